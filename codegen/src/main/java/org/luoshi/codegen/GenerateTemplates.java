package org.luoshi.codegen;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the pages' jte templates as Java.
///
/// A file that comes out as it was is left untouched: the compiler looks at the time of each, and whoever builds
/// without changing a page should not wait for all pages, and all that uses them, to be compiled anew.
public final class GenerateTemplates {

    private static final String PACKAGE = "gg.jte.generated.precompiled";

    private GenerateTemplates() {}

    /// @param arguments templates folder, output folder, work folder
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 3) throw new IllegalArgumentException("need: templates, output and work folder");
        var output = Path.of(arguments[1]);
        var work = Path.of(arguments[2]);
        Folder.delete(work);
        generate(Path.of(arguments[0]), work);
        Files.createDirectories(output);
        var written = files(work);
        for (var file : files(output)) if (!written.contains(file)) Files.delete(output.resolve(file));
        for (var file : written) {
            var to = output.resolve(file);
            if (Files.exists(to) && Files.mismatch(work.resolve(file), to) < 0) continue;
            Files.createDirectories(Objects.requireNonNull(to.getParent(), "a file below the output folder"));
            Files.writeString(to, Files.readString(work.resolve(file)));
        }
        Folder.delete(work);
    }

    private static void generate(Path templates, Path folder) {
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(templates),
                folder,
                ContentType.Html,
                GenerateTemplates.class.getClassLoader(),
                PACKAGE);
        engine.setTrimControlStructures(true);
        engine.setHtmlCommentsPreserved(false);
        engine.generateAll();
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).map(folder::relativize).collect(Collectors.toSet());
        }
    }
}
