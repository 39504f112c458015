package org.luoshi.compiler.internal.bind;

import java.util.Map;
import java.util.TreeMap;
import org.luoshi.compiler.internal.file.Digest;
import org.luoshi.compiler.internal.form.ProcessForm;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;

/// Names the version of a process: over its declaration, its drawing, the clocks it runs by and the tables it
/// decides by, and nothing else of
/// the pack.
final class ProcessDigest {

    private ProcessDigest() {}

    /// @param path from a pack's folder
    static boolean isPart(String path) {
        return path.startsWith("processes/") || path.startsWith("clocks/") || path.startsWith("decisions/");
    }

    static String of(World world, Draft draft, ParsedFile file, View process, DrawingFile drawing) {
        Map<String, byte[]> parts = new TreeMap<>();
        add(draft, file.path(), parts);
        add(draft, drawing.path(), parts);
        for (Listed<View> clock : process.get(ProcessForm.CLOCKS, Map.of()).values()) {
            clock.value().get(ProcessForm.PROFILE).ifPresent(name -> part(world, draft, "clocks", name, parts));
        }
        for (Listed<View> decision : process.get(ProcessForm.DECISIONS, Map.of()).values()) {
            decision.value().get(ProcessForm.TABLE).ifPresent(name -> part(world, draft, "decisions", name, parts));
        }
        return Digest.of(parts);
    }

    private static void part(World world, Draft draft, String folder, Scalar name, Map<String, byte[]> parts) {
        int dot = name.text().indexOf('.');
        Draft owner = dot < 0 ? draft : world.packs().get(name.text().substring(0, dot));
        if (owner != null) add(owner, folder + "/" + name.text().substring(dot + 1) + ".yaml", parts);
    }

    private static void add(Draft owner, String path, Map<String, byte[]> parts) {
        owner.processPart(path).ifPresent(bytes -> parts.put(owner.id() + "/" + path, bytes));
    }
}
