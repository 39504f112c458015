package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.FileMistakes.NO_ACCESS;
import static org.luoshi.compiler.internal.mistake.FileMistakes.NO_PACK;
import static org.luoshi.compiler.internal.mistake.PackMistakes.BAD_PACK_NAME;
import static org.luoshi.compiler.internal.mistake.PackMistakes.RESERVED_PACK;
import static org.luoshi.compiler.internal.mistake.PackMistakes.TWO_PACKS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.internal.file.Digest;
import org.luoshi.compiler.internal.file.PackFolder;
import org.luoshi.compiler.internal.form.ManifestForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Ids;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Diagnostics;
import org.luoshi.kernel.diagnostic.Sources;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackFiles;
import org.luoshi.pack.PackSet;

/// One compilation from folders to packs.
public final class Run {

    private static final String MANIFEST = ManifestForm.CONSTRUCT.path();

    /// Names of schemas that PostgreSQL or Luoshi itself uses.
    private static final Set<String> RESERVED =
            Set.of("luoshi", "flowable", "public", "information_schema", "pg_catalog", "pg_toast");

    private final Findings findings = new Findings();
    private final Sources sources = new Sources();
    private final Map<String, Path> folders = new TreeMap<>();
    private final Map<String, PackFiles> kept = new TreeMap<>();
    private final Map<String, Collection<String>> unread = new HashMap<>();
    private final Map<String, String> overlay;

    private Run(Map<String, String> overlay) {
        this.overlay = overlay;
    }

    /// @param roots pack folders, or folders of packs
    /// @param overlay path with the pack's id (`chengdu/plan/plan.yaml`) → text that stands in for the file's
    public static Compilation compile(List<Path> roots, Map<String, String> overlay) {
        Run run = new Run(overlay);
        roots.forEach(run::root);
        return run.compile();
    }

    /// @param packs files as an earlier run read them
    public static Compilation again(Collection<PackFiles> packs) {
        Run run = new Run(Map.of());
        packs.forEach(pack -> run.kept.put(
                pack.pack(), new PackFiles(pack.pack(), Digest.of(pack.contents()), pack.contents())));
        return run.compile();
    }

    private void root(Path root) {
        if (Files.isRegularFile(root.resolve(MANIFEST))) {
            pack(root);
            neighbours(root);
            return;
        }
        Optional<List<Path>> inside = subfolders(root);
        if (inside.isEmpty()) {
            findings.report(NO_ACCESS.at(Span.ofFile(name(root))).with("name", root));
            return;
        }
        boolean found = false;
        for (Path folder : inside.get()) {
            if (Files.isRegularFile(folder.resolve(MANIFEST))) {
                found = true;
                pack(folder);
            } else if (looksLikePack(folder)) {
                found = true;
                findings.report(NO_PACK.at(Span.ofFile(name(folder) + "/" + MANIFEST)));
            }
        }
        if (!found) findings.report(NO_PACK.at(Span.ofFile(name(root) + "/" + MANIFEST)));
    }

    /// Packs beside this one that it may depend on.
    private void neighbours(Path root) {
        Path parent = root.toAbsolutePath().normalize().getParent();
        if (parent == null) return;
        List<String> needed = new ArrayList<>(List.of(name(root)));
        for (int i = 0; i < needed.size(); i++) {
            String id = needed.get(i);
            Path folder = folders.get(id);
            if (folder == null) continue;
            for (String name : ManifestNames.dependencies(folder.resolve(MANIFEST))) {
                Path beside = parent.resolve(name);
                if (needed.contains(name) || !Ids.fits(name) || !Files.isRegularFile(beside.resolve(MANIFEST)))
                    continue;
                needed.add(name);
                folders.putIfAbsent(name, beside);
            }
        }
    }

    private void pack(Path folder) {
        String id = name(folder);
        if (!Ids.fits(id)) {
            findings.report(BAD_PACK_NAME
                    .at(Span.ofFile(id + "/" + MANIFEST))
                    .with("name", id)
                    .with("meant", Ids.mend(id)));
        } else if (RESERVED.contains(id) || id.startsWith("pg_")) {
            findings.report(RESERVED_PACK.at(Span.ofFile(id + "/" + MANIFEST)).with("name", id));
        }
        Path other = folders.putIfAbsent(id, folder);
        if (other != null && !same(other, folder)) {
            findings.report(TWO_PACKS
                    .at(Span.ofFile(id + "/" + MANIFEST))
                    .with("pack", id)
                    .with("first", other)
                    .with("second", folder));
        }
    }

    private Compilation compile() {
        CompletableFuture<?> warm = CompletableFuture.runAsync(Expressions::warmUp);
        List<Diagnostic> all = new ArrayList<>();
        Map<String, Draft> ordered = new PackOrder(drafts(all), findings).order();
        warm.join();
        Binding binding = new Binding(new World(ordered));
        List<Pack> packs = binding.bind();
        all.addAll(findings.all());
        all.addAll(binding.findings().all());
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.reportAll(Silencing.apply(ordered.values(), all));
        boolean usable = !diagnostics.hasErrors() && !packs.isEmpty();
        Optional<PackSet> compiled =
                usable ? Optional.of(new PackSet(packs, List.copyOf(kept.values()))) : Optional.empty();
        return new Compilation(compiled, diagnostics, sources);
    }

    private record OnDisk(Draft draft, String path, byte[] bytes) {}

    /// Reads every file by itself and so in parallel; only then do they get to know each other.
    private Map<String, Draft> drafts(List<Diagnostic> all) {
        Map<String, Draft> drafts = new HashMap<>();
        List<OnDisk> files = new ArrayList<>();
        folders.forEach((id, folder) -> kept.put(id, read(id, folder)));
        kept.forEach((id, pack) -> {
            Draft draft = new Draft(id, pack.digest());
            drafts.put(id, draft);
            unread.getOrDefault(id, Set.of()).forEach(draft::addUnread);
            pack.contents().forEach((path, bytes) -> {
                files.add(new OnDisk(draft, path, bytes));
                if (ProcessDigest.isPart(path)) draft.keep(path, bytes);
            });
        });
        List<FileReading.Result> results = files.parallelStream()
                .map(f -> FileReading.read(f.draft().id(), f.path(), f.bytes(), sources))
                .toList();
        for (int i = 0; i < files.size(); i++) {
            Draft draft = files.get(i).draft();
            FileReading.Result result = results.get(i);
            all.addAll(result.findings().all());
            result.parsed().ifPresent(draft::add);
            result.table().ifPresent(text -> draft.addTable(result.path(), text));
            result.drawing().ifPresent(draft::add);
            if (result.parsed().isEmpty() && result.table().isEmpty() && result.drawing().isEmpty()) draft.addUnread(result.path());
        }
        return drafts;
    }

    private PackFiles read(String id, Path folder) {
        PackFolder.Contents read = PackFolder.read(id, folder, findings);
        unread.put(id, read.unread());
        SortedMap<String, byte[]> contents = new TreeMap<>(read.files());
        overlay.forEach((path, text) -> {
            if (path.startsWith(id + "/"))
                contents.put(path.substring(id.length() + 1), text.getBytes(StandardCharsets.UTF_8));
        });
        return new PackFiles(id, Digest.of(contents), contents);
    }

    /// Empty where the folder cannot be read.
    private static Optional<List<Path>> subfolders(Path root) {
        try (Stream<Path> listed = Files.list(root)) {
            return Optional.of(listed.filter(Files::isDirectory)
                    .filter(p -> !name(p).startsWith("."))
                    .sorted()
                    .toList());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean looksLikePack(Path folder) {
        return Stream.of("entities", "indicators", "statuses", "dashboards", "processes", "units", "plan")
                .anyMatch(f -> Files.isDirectory(folder.resolve(f)));
    }

    private static boolean same(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }
}
