package org.luoshi.app.check;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.Refusal;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.diagnostic.CiRenderer;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.DiagnosticRenderer;
import org.luoshi.kernel.diagnostic.JsonRenderer;
import org.luoshi.kernel.diagnostic.Severity;
import org.luoshi.kernel.diagnostic.TerminalRenderer;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// Checks packs and says what is wrong with them, each mistake once.
public final class CheckCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String LANGUAGE = "--lang";

    private final PrintStream out;

    /// @param out where the report goes
    public CheckCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String usage() {
        return "DIR [--format text|json|ci] [--lang zh|en]";
    }

    @Override
    public Text summary() {
        return new Text("检查一个包，或一个文件夹里的所有包", "Check a pack, or every pack in a folder");
    }

    @Override
    public Set<String> options() {
        return Set.of(FORMAT, LANGUAGE);
    }

    @Override
    public int run(Arguments arguments) {
        Path folder = Path.of(arguments.single("DIR"));
        if (!Files.isDirectory(folder)) {
            throw Refusal.usage("没有文件夹 %s。".formatted(folder), "There is no folder %s.".formatted(folder));
        }
        Language language = language(arguments.option(LANGUAGE).orElse("zh"));
        String format = arguments.option(FORMAT).orElse("text");
        DiagnosticRenderer renderer = renderer(format, language);
        Compilation compilation = PackCompiler.compile(List.of(folder));
        List<Diagnostic> found = compilation.diagnostics().sorted();
        if (format.equals("ci"))
            found = found.stream().map(d -> FromHere.of(folder, d)).toList();
        String report = renderer.render(found, compilation.sources());
        out.print(report);
        if (!report.isEmpty() && !report.endsWith("\n")) out.println();
        if (format.equals("text")) out.println(summary(compilation).in(language));
        out.flush();
        return compilation.diagnostics().hasErrors() ? Exit.FAILED : Exit.DONE;
    }

    private static Text summary(Compilation compilation) {
        int errors = compilation.diagnostics().count(Severity.ERROR);
        int advice = compilation.diagnostics().count(Severity.ADVICE);
        if (errors == 0 && advice == 0) {
            int packs = compilation.packs().map(set -> set.packs().size()).orElse(0);
            return new Text("%d 个包，没有错误，没有建议".formatted(packs), "%d packs, no errors, no advice".formatted(packs));
        }
        return new Text(
                "%d 个错误，%d 条建议".formatted(errors, advice), "%d errors, %d pieces of advice".formatted(errors, advice));
    }

    private static Language language(String tag) {
        return switch (tag) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default ->
                throw Refusal.usage(
                        "语言是 zh 或 en，不是 %s。".formatted(tag), "The language is zh or en, not %s.".formatted(tag));
        };
    }

    private static DiagnosticRenderer renderer(String format, Language language) {
        return switch (format) {
            case "text" -> new TerminalRenderer(language);
            case "json" -> new JsonRenderer();
            case "ci" -> new CiRenderer(language);
            default ->
                throw Refusal.usage(
                        "格式是 text、json 或 ci，不是 %s。".formatted(format),
                        "The format is text, json or ci, not %s.".formatted(format));
        };
    }
}
