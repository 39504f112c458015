package org.luoshi.app.activation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Severity;
import org.luoshi.kernel.diagnostic.TerminalRenderer;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.PackSet;

/// Where the packs are and what they compile to.
public final class PackFolder {

    private PackFolder() {}

    /// LUOSHI_PACKS, by default `packs` beside the program.
    public static Path of(DatabaseSettings.Variables variables) {
        String named = variables.get("LUOSHI_PACKS");
        return named == null || named.isBlank() ? home(variables).resolve("packs") : Path.of(named);
    }

    private static Path home(DatabaseSettings.Variables variables) {
        String home = variables.get("LUOSHI_HOME");
        return Path.of(home == null ? "" : home);
    }

    /// @throws Refusal with every mistake explained, if there is one
    public static PackSet compile(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Refusal.failed(
                    "没有系统包文件夹 %s。用 LUOSHI_PACKS 指明位置。".formatted(folder.toAbsolutePath()),
                    "There is no packs folder %s. Name it with LUOSHI_PACKS.".formatted(folder.toAbsolutePath()));
        }
        Compilation compilation = PackCompiler.compile(List.of(folder));
        return compilation.packs().orElseThrow(() -> Refusal.failed(
                "%s\n系统包有错误，未启用。改正后重新启动，或执行 luoshi check %s。"
                        .formatted(rendered(compilation, Language.ZH), folder),
                "%s\nThe packs have mistakes and were not put into force. Mend them and start again, or run luoshi check %s."
                        .formatted(rendered(compilation, Language.EN), folder)));
    }

    private static String rendered(Compilation compilation, Language language) {
        List<Diagnostic> errors = compilation.diagnostics().sorted().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        return new TerminalRenderer(language).render(errors, compilation.sources());
    }
}
