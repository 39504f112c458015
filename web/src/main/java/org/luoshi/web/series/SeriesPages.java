package org.luoshi.web.series;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.indicator.Cell;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Pack;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.Registers;
import org.luoshi.register.Sheet;
import org.luoshi.web.api.ApiParameter;
import org.luoshi.web.api.ApiRequest;
import org.luoshi.web.api.Link;
import org.luoshi.web.api.Takes;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Figures as tables: plain CSV for spreadsheets and BI tools, SDMX-CSV 2.0 for statistical ones.
@RestController
class SeriesPages {

    private static final String PATH = Problem.PATH + "/series";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String SDMX = "application/vnd.sdmx.data+csv;version=2.0.0";

    /// Units read at once.
    private static final int TOGETHER = 40;

    private final Series series;
    private final Registers registers;

    SeriesPages(Series series, Registers registers) {
        this.series = series;
        this.registers = registers;
    }

    @Allow(Permission.READ)
    @Takes
    @GetMapping(path = PATH, produces = Link.JSON)
    SeriesList listSeries(ApiRequest request) {
        return new SeriesList(
                series.indicators(request).stream().map(indicator -> describe(indicator, request)).toList());
    }

    private SeriesList.SeriesDescription describe(Indicator indicator, ApiRequest request) {
        String path = PATH + "/" + indicator.id();
        return new SeriesList.SeriesDescription(
                indicator.id().toString(),
                request.say(indicator.title()),
                indicator.unit().symbol(),
                Frequency.code(indicator.period()),
                request.say(indicator.source()),
                packVersion(indicator, request),
                List.of(
                        new Link(request.url(path + "/data.csv"), "item", CSV),
                        new Link(request.url(path + "/sdmx.csv"), "item", SDMX),
                        new Link(request.url("/indicators/" + indicator.id()), "alternate", Link.HTML)));
    }

    @Allow(Permission.READ)
    @Takes({ApiParameter.UNIT, ApiParameter.FROM, ApiParameter.TO, ApiParameter.BASIS})
    @GetMapping(path = PATH + "/{indicator}/data.csv", produces = CSV)
    ResponseEntity<StreamingResponseBody> readSeries(@PathVariable String indicator, ApiRequest request) {
        Indicator found = open(indicator, request);
        return table(found, CSV, true, plainHead(found, request), request, seen -> plainRow(seen, request));
    }

    @Allow(Permission.READ)
    @Takes({ApiParameter.UNIT, ApiParameter.FROM, ApiParameter.TO, ApiParameter.BASIS})
    @GetMapping(path = PATH + "/{indicator}/sdmx.csv", produces = SDMX)
    ResponseEntity<StreamingResponseBody> readSdmx(@PathVariable String indicator, ApiRequest request) {
        Indicator found = open(indicator, request);
        String dataflow = "LUOSHI.%s:%s(%s)"
                .formatted(found.id().pack(), found.id().name(), packVersion(found, request));
        return table(found, SDMX, false, SDMX_HEAD, request, seen -> sdmxRow(found, dataflow, seen));
    }

    private static final List<String> SDMX_HEAD = List.of(
            "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE",
            "DECIMALS", "OBS_STATUS", "KNOWN_AT", "BASIS_DAY");

    private static List<@Nullable Object> sdmxRow(Indicator indicator, String dataflow, Observation seen) {
        Cell cell = seen.cell();
        return Arrays.asList(
                "dataflow",
                dataflow,
                "I",
                Frequency.code(indicator.period()),
                seen.unit().id(),
                Frequency.write(cell.period()),
                cell.value(),
                indicator.unit().symbol(),
                (long) indicator.decimals(),
                seen.status().code(),
                cell.knownAt().toString(),
                seen.basis());
    }

    private static List<String> plainHead(Indicator indicator, ApiRequest request) {
        List<String> head = new ArrayList<>();
        for (String column : List.of("unit", "name", "kind", "code", "period", "start", "end"))
            head.add(request.shell().t("series.column." + column));
        head.add(request.say(indicator.title()) + " (" + indicator.unit().symbol() + ")");
        for (String column : List.of("status", "meaning", "records", "known", "basis"))
            head.add(request.shell().t("series.column." + column));
        return head;
    }

    private static List<@Nullable Object> plainRow(Observation seen, ApiRequest request) {
        Cell cell = seen.cell();
        Unit unit = seen.unit();
        return Arrays.asList(
                unit.id(),
                request.say(unit.name()),
                request.say(unit.kind().label()),
                unit.codes().isEmpty() ? "" : unit.codes().getFirst().code(),
                cell.period().id(),
                cell.period().start(),
                cell.period().end(),
                cell.value(),
                seen.status().code(),
                request.shell().t(seen.status().message()),
                cell.records(),
                cell.knownAt().toString(),
                seen.basis());
    }

    private interface Row {
        List<@Nullable Object> of(Observation seen);
    }

    /// What is asked for is read before the first byte leaves, so that a refusal is told as one.
    private ResponseEntity<StreamingResponseBody> table(
            Indicator indicator, String type, boolean mark, List<String> head, ApiRequest request, Row row) {
        List<Unit> units = series.units(indicator, request);
        List<Period> periods = series.periods(indicator, request);
        ChosenBasis basis = series.basis(request);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .body(out -> write(out, mark, head, units, periods, basis, indicator, request, row));
    }

    private void write(
            OutputStream out,
            boolean mark,
            List<String> head,
            List<Unit> units,
            List<Period> periods,
            ChosenBasis basis,
            Indicator indicator,
            ApiRequest request,
            Row row)
            throws IOException {
        try (Sheet sheet = Sheet.open(Format.CSV, out, "", StandardCharsets.UTF_8, mark)) {
            sheet.head(head);
            for (int at = 0; at < units.size(); at += TOGETHER) {
                List<Unit> some = units.subList(at, Math.min(at + TOGETHER, units.size()));
                for (Observation seen : series.of(indicator, some, periods, basis, request)) {
                    sheet.row(row.of(seen));
                }
            }
        }
    }

    private Indicator open(String id, ApiRequest request) {
        return series.find(id, request).orElseThrow(() -> new NotFound("indicator " + id));
    }

    private String packVersion(Indicator indicator, ApiRequest request) {
        return registers.packs(request.moment()).packs().stream()
                .filter(pack -> pack.id().equals(indicator.id().pack()))
                .map(Pack::version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no pack declares " + indicator.id()));
    }
}
