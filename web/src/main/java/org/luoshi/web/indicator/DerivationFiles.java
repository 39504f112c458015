package org.luoshi.web.indicator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.ExplainRequest;
import org.luoshi.indicator.Explanation;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.Sheet;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Shell;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The derivation of a figure as one table: formula in words, inputs, the figures it is made of and the records that
/// count, each with its version and who entered it. What the viewer may not read is counted, as on the page.
@Controller
class DerivationFiles {

    static final List<String> ENDINGS = List.of("csv", "xlsx");

    /// Records in one file; the figures of the units below have files of their own.
    static final int MOST = 200_000;

    /// Records read at once.
    private static final int TOGETHER = 1_000;

    /// Columns that only records fill.
    private static final int RECORD = 5;

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final IndicatorDesk desk;
    private final BasisNotes bases;

    DerivationFiles(IndicatorDesk desk, BasisNotes bases) {
        this.desk = desk;
        this.bases = bases;
    }

    /// @param figure address of the explanation
    static String path(String figure, String ending, ChosenBasis basis) {
        return basis.on(figure + "/derivation." + ending);
    }

    @Allow(Permission.READ)
    @GetMapping("/explain/{id}/{unit}/{period}/derivation.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @PathVariable String id, @PathVariable String unit, @PathVariable String period, Shell shell, Viewer viewer) {
        return file(id, unit, period, Format.CSV, CSV, shell, viewer);
    }

    @Allow(Permission.READ)
    @GetMapping("/explain/{id}/{unit}/{period}/derivation.xlsx")
    ResponseEntity<StreamingResponseBody> xlsx(
            @PathVariable String id, @PathVariable String unit, @PathVariable String period, Shell shell, Viewer viewer) {
        return file(id, unit, period, Format.XLSX, XLSX, shell, viewer);
    }

    /// What is asked for is looked up before the first byte leaves, so that a refusal is told as one.
    private ResponseEntity<StreamingResponseBody> file(
            String id, String unit, String period, Format format, MediaType type, Shell shell, Viewer viewer) {
        Indicator indicator = desk.open(id, shell);
        Period asked = desk.figure(indicator, unit, period, shell);
        ChosenBasis basis = bases.chosen(shell);
        Pack pack = desk.pack(indicator, shell);
        String version = shell.say(pack.title()) + " " + pack.version() + " " + pack.digest();
        ExplainRequest request = ExplainRequest.from(basis.view(shell), indicator.id(), unit, asked, TOGETHER);
        String name = indicator.id().name() + "-" + unit + "-" + asked.id() + (format == Format.CSV ? ".csv" : ".xlsx");
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(out -> write(out, format, request, indicator, version, basis, shell, viewer));
    }

    private void write(
            OutputStream out,
            Format format,
            ExplainRequest request,
            Indicator indicator,
            String pack,
            ChosenBasis basis,
            Shell shell,
            Viewer viewer)
            throws IOException {
        try (Sheet sheet = Sheet.open(format, out, shell.say(indicator.title()), StandardCharsets.UTF_8, true)) {
            Table table = new Table(sheet, shell);
            boolean whole = desk.indicators()
                    .derive(
                            request,
                            MOST,
                            viewer,
                            head -> table.head(head, indicator, pack, BasisNotes.words(basis, shell)),
                            table::record);
            if (!whole) table.line("note", shell.t("derivation.more", shell.number(MOST)), "", "", null, "");
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /// Rows of one shape: which part of the derivation, what, of whom, when, how much.
    private final class Table {

        private final Sheet sheet;
        private final Shell shell;
        private int measures;

        Table(Sheet sheet, Shell shell) {
            this.sheet = sheet;
            this.shell = shell;
        }

        void head(Explanation found, Indicator indicator, String pack, String basis) {
            measures = found.measures().size();
            List<String> head = new ArrayList<>();
            for (String column : List.of("part", "what", "unit", "when", "value", "measure"))
                head.add(shell.t("derivation.column." + column));
            found.measures().forEach(measure -> head.add(shell.t("derivation.column.adds", shell.say(measure))));
            for (String column : List.of("register", "id", "version", "known", "author"))
                head.add(shell.t("derivation.column." + column));
            told(() -> sheet.head(head));
            cell("figure", indicator, found.cell());
            line("formula", shell.say(found.formula()), "", "", null, "");
            found.timing().forEach(timing -> line("formula", shell.say(timing), "", "", null, ""));
            step("numerator", found.numerator(), found.cell().numerator());
            step("denominator", found.denominator(), found.cell().denominator());
            line("basis", basis, "", "", null, "");
            line("pack", pack, "", "", null, "");
            line("source", shell.say(indicator.source()), "", "", null, "");
            line("known", shell.second(found.cell().knownAt()), "", "", null, "");
            if (found.cell().stale()) line("note", shell.t("figure.stale"), "", "", null, "");
            found.inputs().forEach(input -> cell("input", desk.open(input.indicator().toString(), shell), input));
            found.children().forEach(child -> cell("below", indicator, child));
            if (found.hiddenRows().value() > 0)
                line("note", shell.t("explain.hidden", shell.say(found.hiddenRows().text())), "", "", null, "");
        }

        void record(Explanation.SourceRow row) {
            List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                    shell.t("derivation.part.record"),
                    row.label(),
                    name(row.unit()),
                    row.date(),
                    null,
                    ""));
            values.addAll(row.contributions());
            values.addAll(Arrays.asList(
                    row.entity().toString(), row.id(), (long) row.version(), shell.second(row.knownFrom()), row.author()));
            told(() -> sheet.row(values));
        }

        private void cell(String part, Indicator indicator, Cell cell) {
            line(
                    part,
                    shell.say(indicator.title()),
                    name(cell.unit()),
                    cell.period().id(),
                    cell.value(),
                    indicator.unit().symbol());
        }

        private void step(String part, @Nullable Text words, @Nullable BigDecimal value) {
            if (words != null) line(part, shell.say(words), "", "", value, "");
        }

        void line(String part, String what, String unit, String when, @Nullable BigDecimal value, String measure) {
            List<@Nullable Object> values = new ArrayList<>(
                    Arrays.asList(shell.t("derivation.part." + part), what, unit, when, value, measure));
            values.addAll(Collections.nCopies(measures + RECORD, ""));
            told(() -> sheet.row(values));
        }

        private String name(String unit) {
            return shell.say(desk.unit(unit, shell).name());
        }

        private void told(Writing writing) {
            try {
                writing.run();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
