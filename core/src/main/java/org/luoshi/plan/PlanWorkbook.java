package org.luoshi.plan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.internal.Freshness;
import org.luoshi.plan.internal.workbook.Workbooks;
import org.springframework.stereotype.Service;

/// The plan as XLSX: out, edited by a clerk, and in again.
@Service
public class PlanWorkbook {

    /// Bytes. The whole plan of a city is far below.
    public static final int LARGEST = 20 * 1024 * 1024;

    /// Bytes. The library holds a workbook in memory as a whole, several times its size.
    private static final long LARGEST_UNPACKED = 64L << 20;

    private final Plans plans;
    private final PlanEditing editing;
    private final Freshness freshness;
    private final Units units;

    PlanWorkbook(Plans plans, PlanEditing editing, Freshness freshness, Units units) {
        this.plans = plans;
        this.editing = editing;
        this.freshness = freshness;
        this.units = units;
    }

    /// The present version; empty where no plan is in force.
    public Optional<byte[]> export() {
        return plans.plan(null)
                .map(plan -> Workbooks.write(
                        plan,
                        plans.version().map(PlanVersion::number).orElse(0),
                        List.copyOf(units.tree().units()),
                        indicators()));
    }

    /// All or nothing. Problems name sheet and cell; changes are against the version the workbook was written from.
    ///
    /// @param dryRun says what would be, writes nothing
    public EditResult take(byte[] file, String note, boolean dryRun, Viewer viewer) {
        if (file.length > LARGEST) {
            return refused("文件超过 20 MB", "the file is larger than 20 MB");
        }
        if (!Workbooks.unpacksWithin(file, LARGEST_UNPACKED)) {
            return refused(
                    "工作簿展开超过 64 MB，疑似压缩炸弹", "the workbook unpacks to more than 64 MB; it looks like a zip bomb");
        }
        Plan present = plans.plan(null).orElse(null);
        Workbooks.Stamp stamp = Workbooks.stamp(file).orElse(null);
        if (present == null || stamp == null || !stamp.plan().equals(present.id().toString())) {
            return refused(
                    "这不是本方案导出的工作簿；先导出，在导出的文件上修改",
                    "this is not a workbook exported from this plan; export one and edit that");
        }
        Workbooks.Reading reading;
        try {
            reading = Workbooks.read(file, List.copyOf(units.tree().units()));
        } catch (IOException broken) {
            return refused("工作簿读不出来：" + broken.getMessage(), "the workbook cannot be read: " + broken.getMessage());
        }
        if (!reading.problems().isEmpty()) {
            return new EditResult.Refused(reading.problems());
        }
        Plan base = plans.versions(Integer.MAX_VALUE).stream()
                .filter(v -> v.number() == stamp.version())
                .findFirst()
                .flatMap(v -> plans.plan(v.knownAt()))
                .orElse(present);
        Plan edited = new Plan(
                base.id(),
                base.title(),
                base.source(),
                base.period(),
                base.statusRule(),
                base.evidence(),
                base.clauses(),
                reading.focuses());
        EditResult result = editing.apply(
                edited, stamp.version(), PlanVersion.Origin.XLSX, Sha256.hex(file), note, dryRun, viewer);
        return result instanceof EditResult.Refused refused ? placed(refused, reading) : result;
    }

    private static EditResult placed(EditResult.Refused refused, Workbooks.Reading reading) {
        return new EditResult.Refused(refused.problems().stream()
                .map(p -> new EditResult.Problem(reading.places().getOrDefault(p.where(), p.where()), p.message()))
                .toList());
    }

    private List<QualifiedId> indicators() {
        return freshness.packs().indicators().stream()
                .map(Indicator::id)
                .sorted()
                .toList();
    }

    private static EditResult refused(String zh, String en) {
        return new EditResult.Refused(List.of(new EditResult.Problem("", new Text(zh, en))));
    }
}
