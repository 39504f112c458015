package org.luoshi.app.register;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.ProgressLine;
import org.luoshi.app.command.Refusal;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.register.ImportJob;
import org.luoshi.register.ImportProgress;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportReport.Outcome;
import org.luoshi.register.ImportRequest;
import org.luoshi.register.ImportRequest.Mode;

/// Brings a CSV or XLSX into a register.
public final class ImportCommand implements Command {

    private static final String DRY_RUN = "--dry-run";
    private static final String GOOD_ROWS = "--good-rows";
    private static final String BAD_ROWS = "--bad-rows";
    private static final String ENCODING = "--encoding";
    private static final String JSON = "--json";

    private final Modules modules;
    private final PrintStream out;

    public ImportCommand(Modules modules, PrintStream out) {
        this.modules = modules;
        this.out = out;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "REGISTER FILE [--dry-run] [--good-rows] [--bad-rows FILE] [--encoding NAME] [--json]";
    }

    @Override
    public Text summary() {
        return new Text(
                "把 CSV 或 XLSX 导入登记表，例如 parks.project。--dry-run 只检查；有错行时全部不写，--good-rows 则写好的行；--bad-rows 把错行连同原因写入文件。",
                "Imports a CSV or XLSX into a register, e.g. parks.project. --dry-run only checks; a bad row keeps all out, unless --good-rows; --bad-rows puts the bad rows with their reasons into a file.");
    }

    @Override
    public Set<String> flags() {
        return Set.of(DRY_RUN, GOOD_ROWS, JSON);
    }

    @Override
    public Set<String> options() {
        return Set.of(BAD_ROWS, ENCODING);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        if (arguments.plain().size() != 2) {
            throw Refusal.usage("写明登记表和文件。", "Name the register and the file.");
        }
        Path file = Path.of(arguments.plain().get(1)).toAbsolutePath();
        ImportRequest request = new ImportRequest(
                file,
                String.valueOf(file.getFileName()),
                arguments.has(GOOD_ROWS) ? Mode.GOOD_ROWS : Mode.ALL_OR_NOTHING,
                arguments.has(DRY_RUN),
                arguments.option(ENCODING).map(ImportCommand::charset).orElse(null),
                null,
                arguments.option(BAD_ROWS).map(Path::of).map(Path::toAbsolutePath).orElse(null));
        PackSet packs = Modules.packs();
        return modules.run(context -> {
            ImportJob job = Modules.register(context, packs, arguments.plain().getFirst()).prepareImport(request, Viewer.system());
            ImportReport report = watched(job);
            out.print(arguments.has(JSON) ? ReportText.json(report) : ReportText.plain(report));
            return succeeded(report) ? Exit.DONE : Exit.FAILED;
        });
    }

    private static boolean succeeded(ImportReport report) {
        return report.outcome() == Outcome.IMPORTED || report.outcome() == Outcome.CHECKED && report.bad() == 0;
    }

    /// Shows progress while it runs; Ctrl-C stops it before anything is written.
    private static ImportReport watched(ImportJob job) {
        ProgressLine line = ProgressLine.onTerminal();
        Thread stopper = Thread.ofPlatform().unstarted(job::stop);
        Runtime.getRuntime().addShutdownHook(stopper);
        Thread watcher = Thread.ofVirtual().start(() -> follow(job, line));
        try {
            return job.run();
        } finally {
            watcher.interrupt();
            Runtime.getRuntime().removeShutdownHook(stopper);
            line.end();
        }
    }

    private static void follow(ImportJob job, ProgressLine line) {
        try {
            while (true) {
                Thread.sleep(200);
                var progress = job.progress();
                line.at(step(progress.phase()), progress.done(), progress.total());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the import has ended
        }
    }

    private static Text step(ImportProgress.Phase phase) {
        return switch (phase) {
            case WAITING, READING -> new Text("读取", "reading");
            case CHECKING -> new Text("核对", "checking");
            case WRITING -> new Text("写入", "writing");
            case INDEXING, FINISHED -> new Text("建索引", "building indexes");
        };
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Refusal.usage("不认识编码 %s；常用 UTF-8、GB18030。".formatted(name), "Unknown encoding %s; usual are UTF-8 and GB18030.".formatted(name));
        }
    }
}
