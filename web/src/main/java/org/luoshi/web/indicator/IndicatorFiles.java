package org.luoshi.web.indicator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.indicator.Cell;
import org.luoshi.indicator.SeriesKey;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.Sheet;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Shell;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The series that an indicator's page shows, as files: of the chosen unit, or of all.
@Controller
class IndicatorFiles {

    static final List<String> ENDINGS = List.of("csv", "xlsx");

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final IndicatorDesk desk;
    private final BasisNotes bases;

    IndicatorFiles(IndicatorDesk desk, BasisNotes bases) {
        this.desk = desk;
        this.bases = bases;
    }

    /// @param unit null for all
    static String path(Indicator indicator, @Nullable String unit, String ending, ChosenBasis basis) {
        return basis.on("/indicators/" + indicator.id() + "/series." + ending + (unit == null ? "" : "?unit=" + unit));
    }

    @Allow(Permission.READ)
    @GetMapping("/indicators/{id}/series.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, Shell shell) {
        return file(id, Format.CSV, CSV, shell);
    }

    @Allow(Permission.READ)
    @GetMapping("/indicators/{id}/series.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String id, Shell shell) {
        return file(id, Format.XLSX, XLSX, shell);
    }

    private ResponseEntity<byte[]> file(String id, Format format, MediaType type, Shell shell) {
        Indicator indicator = desk.open(id, shell);
        ChosenBasis basis = bases.chosen(shell);
        List<String> wanted = wanted(indicator, basis, shell);
        Period now = desk.indicators().period(indicator, shell.asOf().moment());
        Collection<SeriesKey> keys = wanted.stream()
                .map(unit -> new SeriesKey(indicator.id(), unit, now.plus(1 - IndicatorDesk.PERIODS), now))
                .toList();
        Map<SeriesKey, List<Cell>> found = desk.indicators().series(keys, basis.view(shell));
        String name = indicator.id().name() + "-" + shell.day() + (format == Format.CSV ? ".csv" : ".xlsx");
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(table(indicator, keys, found, format, basis, shell));
    }

    private List<String> wanted(Indicator indicator, ChosenBasis basis, Shell shell) {
        List<String> all = desk.units(indicator, shell).stream()
                .map(Unit::id)
                .filter(unit -> bases.exists(unit, basis, shell))
                .toList();
        String unit = shell.address().first("unit");
        if (unit == null) return all;
        if (!all.contains(unit)) throw new NotFound("figures of " + unit);
        return List.of(unit);
    }

    private byte[] table(
            Indicator indicator,
            Collection<SeriesKey> keys,
            Map<SeriesKey, List<Cell>> found,
            Format format,
            ChosenBasis basis,
            Shell shell) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = Sheet.open(format, out, shell.say(indicator.title()), StandardCharsets.UTF_8, true)) {
            sheet.head(List.of(
                    shell.t("series.column.unit"),
                    shell.t("series.column.name"),
                    shell.t("series.column.period"),
                    shell.say(indicator.title()) + " (" + indicator.unit().symbol() + ")",
                    shell.t("series.column.records"),
                    shell.t("series.column.basis")));
            for (SeriesKey key : keys) {
                for (Cell cell : found.getOrDefault(key, List.of()))
                    sheet.row(Arrays.asList(
                            cell.unit(),
                            shell.say(desk.unit(cell.unit(), shell).name()),
                            cell.period().id(),
                            cell.value(),
                            cell.records(),
                            BasisNotes.words(basis, shell)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
