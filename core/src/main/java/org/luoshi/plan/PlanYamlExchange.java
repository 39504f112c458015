package org.luoshi.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// The plan as a ZIP of YAML files: out, edited by a pack author, and in again.
@Service
public class PlanYamlExchange {

    /// Bytes, packed and unpacked.
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final String STAMP = "version.txt";
    private static final Pattern STAMPED = Pattern.compile("plan (\\S+) version (\\d+)\\s*");
    private static final Pattern PATH = Pattern.compile("plan/(plan|clauses|focus/[a-z][a-z0-9_]{0,40})\\.yaml");

    private final Plans plans;
    private final PlanEditing editing;
    private final ObjectProvider<PlanFiles> files;

    PlanYamlExchange(Plans plans, PlanEditing editing, ObjectProvider<PlanFiles> files) {
        this.plans = plans;
        this.editing = editing;
        this.files = files;
    }

    /// The present version; empty where no plan is in force.
    public Optional<byte[]> export() {
        return plans.plan(null).map(plan -> {
            Map<String, String> texts = new TreeMap<>(files.getObject().write(plan));
            texts.put(
                    STAMP,
                    "plan %s version %d\n"
                            .formatted(plan.id(), plans.version().map(PlanVersion::number).orElse(0)));
            return zip(texts);
        });
    }

    /// All or nothing, against the version the ZIP was written from.
    ///
    /// @param dryRun says what would be, writes nothing
    public EditResult take(byte[] file, String note, boolean dryRun, Viewer viewer) {
        Plan present = plans.plan(null).orElse(null);
        Map<String, String> texts;
        try {
            texts = unzip(file);
        } catch (IOException broken) {
            return refused("ZIP 读不出来：" + broken.getMessage(), "the ZIP cannot be read: " + broken.getMessage());
        }
        String stamp = texts.remove(STAMP);
        Matcher stamped = STAMPED.matcher(stamp == null ? "" : stamp);
        if (present == null
                || !stamped.matches()
                || !stamped.group(1).equals(present.id().toString())) {
            return refused(
                    "这不是本方案导出的 ZIP；先导出，在导出的文件上修改", "this is not a ZIP exported from this plan; export one and edit that");
        }
        for (String path : texts.keySet()) {
            if (!PATH.matcher(path).matches()) {
                return refused("ZIP 中有方案以外的文件 " + path, "the ZIP holds a file that is not the plan's: " + path);
            }
        }
        PlanFiles.Reading reading = files.getObject().read(present, texts);
        Plan plan = reading.plan();
        if (plan == null) {
            return new EditResult.Refused(reading.problems());
        }
        return editing.apply(
                plan,
                Integer.parseInt(stamped.group(2)),
                PlanVersion.Origin.YAML,
                Sha256.hex(file),
                note,
                dryRun,
                viewer);
    }

    private static byte[] zip(Map<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                ZipEntry entry = new ZipEntry(text.getKey());
                entry.setTime(0); // the same plan gives the same bytes
                zip.putNextEntry(entry);
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, String> unzip(byte[] file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        int left = LARGEST;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new IOException("more than 20 MB unpacked");
                }
                texts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static EditResult refused(String zh, String en) {
        return new EditResult.Refused(List.of(new EditResult.Problem("", new Text(zh, en))));
    }
}
