package org.luoshi.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.luoshi.kernel.diagnostic.TerminalRenderer;
import org.luoshi.kernel.text.Language;

/// One way to get a pack wrong: `pack/` is broken, `mended/` holds the files that put it right, `also.txt` names codes
/// that cannot but come along, `second/` is read too where the mistake takes two places.
public record MistakeFolder(Path folder) {

    private static final Path ALL = Path.of("src/test/resources/mistakes");

    public static Stream<MistakeFolder> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory).sorted().map(MistakeFolder::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String code() {
        return folder.getFileName().toString().substring(0, "LP0000".length());
    }

    public Set<String> declaredCodes() {
        Set<String> codes = new TreeSet<>(Set.of(code()));
        Path also = folder.resolve("also.txt");
        if (Files.exists(also)) codes.addAll(lines(also));
        return codes;
    }

    public Compilation broken() {
        return PackCompiler.compile(Stream.of("pack", "second")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .toList());
    }

    public Compilation mended() {
        return PackCompiler.compile(List.of(folder.resolve("pack")), mends());
    }

    /// Path with the pack's id → text; empty where the mistake is mended by moving or deleting.
    public Map<String, String> mends() {
        Map<String, String> mends = new TreeMap<>();
        Path mended = folder.resolve("mended");
        if (!Files.isDirectory(mended)) return mends;
        String pack = Files.exists(folder.resolve("pack/pack.yaml")) ? "pack/" : "";
        try (Stream<Path> files = Files.walk(mended)) {
            files.filter(Files::isRegularFile)
                    .forEach(f ->
                            mends.put(pack + mended.relativize(f).toString().replace('\\', '/'), read(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mends;
    }

    public Path expected(Language language) {
        return folder.resolve("expected." + language.tag() + ".txt");
    }

    public static String render(Compilation compilation, Language language) {
        return new TerminalRenderer(language).render(compilation.diagnostics().sorted(), compilation.sources());
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return read(file).lines().toList();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
