package org.luoshi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// A packs folder for load: the repository's packs, the load register `bench.entry` with its indicators, and a long
/// synthetic plan in place of the city's.
public record LoadPacks(Path folder, LoadPlan plan) {

    /// @param root the repository
    /// @param folder where to write; is made
    /// @param commitments how many the plan has; 0 keeps the city's own plan
    public static LoadPacks write(Path root, Path folder, long seed, int commitments) throws IOException {
        copy(root.resolve("packs"), folder);
        copy(root.resolve("bench/packs"), folder);
        if (commitments == 0) return new LoadPacks(folder, new LoadPlan(List.of()));
        var city = folder.resolve("chengdu");
        var manifest = city.resolve("pack.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("depends:\n", "depends:\n  bench: \">=1.0\"\n"));
        delete(city.resolve("plan/focus"));
        delete(city.resolve("classes"));
        // samples are entered one by one, evidence one for each milestone: here both come as files
        for (var pack : List.of("parks", "plan_follow_up", "eldercare")) delete(folder.resolve(pack + "/samples"));
        var plan = LoadPlan.random(seed, commitments, folder);
        plan.write(city.resolve("plan"));
        return new LoadPacks(folder, plan);
    }

    /// What an earlier run wrote with the same seed.
    public static LoadPacks written(Path folder, long seed, int commitments) throws IOException {
        return new LoadPacks(folder, LoadPlan.random(seed, commitments, folder));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(target);
                else Files.copy(path, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
