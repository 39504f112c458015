package org.luoshi.app.check;

import java.nio.file.Files;
import java.nio.file.Path;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Label;
import org.luoshi.kernel.diagnostic.Span;

/// Places as seen from where the command was called: continuous integration marks lines in the repository, so it needs
/// `packs/parks/pack.yaml` where a person reads `parks/pack.yaml`.
final class FromHere {

    private FromHere() {}

    /// @param folder as given on the command line, a pack or a folder of packs
    static Diagnostic of(Path folder, Diagnostic diagnostic) {
        boolean onePack = Files.isRegularFile(folder.resolve("pack.yaml"));
        Path base = onePack ? folder.resolve("..").normalize() : folder;
        return new Diagnostic(
                diagnostic.code(),
                diagnostic.severity(),
                diagnostic.headline(),
                moved(base, diagnostic.primary()),
                diagnostic.others().stream().map(label -> moved(base, label)).toList(),
                diagnostic.notes(),
                diagnostic.helps());
    }

    private static Label moved(Path base, Label label) {
        Span span = label.span();
        String file = base.resolve(span.file()).normalize().toString().replace('\\', '/');
        return new Label(new Span(file, span.from(), span.to()), label.text());
    }
}
