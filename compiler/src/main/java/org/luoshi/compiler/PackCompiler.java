package org.luoshi.compiler;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.bind.Run;
import org.luoshi.pack.PackFiles;

/// Compiles pack folders.
public final class PackCompiler {

    private PackCompiler() {}

    /// @param roots pack folders (with their neighbours as far as they depend on them) or folders of packs
    public static Compilation compile(List<Path> roots) {
        return compile(roots, Map.of());
    }

    /// Compiles as if some files were different: for checking a change before it is written.
    ///
    /// @param overlay path that begins with the pack's id, e.g. `chengdu/plan/focus/openness.yaml` → its text
    public static Compilation compile(List<Path> roots, Map<String, String> overlay) {
        return Run.compile(roots, overlay);
    }

    /// Compiles the same packs again, from the files of an earlier compilation.
    ///
    /// @param packs each with the digest that it had; a pack whose files are no longer those has another one now
    public static Compilation again(Collection<PackFiles> packs) {
        return Run.again(packs);
    }
}
