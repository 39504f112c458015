package org.luoshi.app.register;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.luoshi.access.Viewer;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.Refusal;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.register.ExportRequest;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.ListRequest;
import org.luoshi.register.Register;
import org.luoshi.register.WrittenTime;

/// Writes a register to a CSV or XLSX file.
public final class ExportCommand implements Command {

    private static final String AS_OF = "--as-of";
    private static final String ENCODING = "--encoding";
    private static final String LANGUAGE = "--lang";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String GB18030 = "GB18030";

    private final Modules modules;
    private final PrintStream out;

    public ExportCommand(Modules modules, PrintStream out) {
        this.modules = modules;
        this.out = out;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "REGISTER FILE.csv|FILE.xlsx [--as-of DATE] [--encoding UTF-8|GB18030] [--lang zh|en]";
    }

    @Override
    public Text summary() {
        return new Text(
                "把登记表导出为 CSV 或 XLSX；--as-of 2025-03-31 按那天日终所知。含个人信息原文，请妥善保管。",
                "Exports a register as CSV or XLSX; --as-of 2025-03-31 as known at the end of that day. Personal data are not masked: keep it safe.");
    }

    @Override
    public Set<String> options() {
        return Set.of(AS_OF, ENCODING, LANGUAGE);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        if (arguments.plain().size() != 2) {
            throw Refusal.usage("写明登记表和文件。", "Name the register and the file.");
        }
        Path file = Path.of(arguments.plain().get(1)).toAbsolutePath();
        boolean workbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        Language language = arguments.option(LANGUAGE).orElse("zh").equals("en") ? Language.EN : Language.ZH;
        Instant moment = arguments.option(AS_OF).map(ExportCommand::endOf).orElse(null);
        ExportRequest request = ExportRequest.of(workbook ? Format.XLSX : Format.CSV, language)
                .of(ListRequest.first(1).asOf(moment));
        ExportRequest encoded = arguments.option(ENCODING).orElse("").equalsIgnoreCase(GB18030)
                ? request.in(Charset.forName(GB18030))
                : request;
        PackSet packs = Modules.packs();
        return modules.run(context -> {
            Register register = Modules.register(context, packs, arguments.plain().getFirst());
            long rows = write(register, encoded, file);
            out.println("已导出 %d 条到 %s / %d records exported to %s".formatted(rows, file, rows, file));
            return Exit.DONE;
        });
    }

    private static long write(Register register, ExportRequest request, Path file) {
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file))) {
            return register.export(request, target, Viewer.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last microsecond of the day.
    private static Instant endOf(String date) {
        return WrittenTime.day(date)
                .map(day -> day.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1000))
                .orElseThrow(() -> Refusal.usage(
                        "「%s」不是日期；写作 2025-03-31。".formatted(date), "\"%s\" is not a date; write 2025-03-31.".formatted(date)));
    }
}
