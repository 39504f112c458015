package org.luoshi.plan.internal.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.EditResult.Problem;
import org.luoshi.plan.internal.workbook.CellReading.Unreadable;
import org.luoshi.plan.internal.workbook.PlanColumn.Sheets;

/// Reads an edited workbook back; every fault is told with sheet, row and column.
final class WorkbookReader {

    private static final int MOST_ROWS = 20_000;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private final UnitWords units;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private WorkbookReader(UnitWords units) {
        this.units = units;
    }

    /// What a workbook says of itself.
    record Stamp(String plan, int version) {}

    record Reading(List<Plan.Focus> focuses, List<Problem> problems, Map<String, String> places) {}

    /// Empty where the file is no workbook, or not one of ours.
    static Optional<Stamp> stamp(byte[] file) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var properties = book.getProperties().getCustomProperties();
            var plan = properties.getProperty("luoshi.plan");
            var version = properties.getProperty("luoshi.version");
            return plan == null || version == null
                    ? Optional.empty()
                    : Optional.of(new Stamp(plan.getLpwstr(), version.getI4()));
        } catch (IOException
                | POIXMLException
                | OpenXML4JRuntimeException
                | RecordFormatException
                | IllegalArgumentException broken) {
            return Optional.empty(); // told to the user as "not a workbook of this plan"
        }
    }

    static Reading read(byte[] file, UnitWords units) throws IOException {
        WorkbookReader reader = new WorkbookReader(units);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return reader.read(book);
        }
    }

    private final Map<String, String> places = new LinkedHashMap<>();

    private Reading read(XSSFWorkbook book) {
        Map<String, XSSFSheet> sheets = new LinkedHashMap<>();
        for (String name : Sheets.EDITED) {
            XSSFSheet sheet = book.getSheet(name);
            if (sheet == null) {
                report(name, "缺少工作表", "the sheet is missing");
            } else if (headersFit(sheet)) {
                sheets.put(name, sheet);
            }
        }
        if (!problems.isEmpty()) {
            return new Reading(List.of(), problems, places);
        }
        Map<String, List<Plan.Milestone>> milestones = new LinkedHashMap<>();
        rows(sheets, Sheets.MILESTONE).forEach(row -> milestone(row, milestones));
        Map<String, List<Plan.Commitment>> commitments = new LinkedHashMap<>();
        rows(sheets, Sheets.COMMITMENT).forEach(row -> commitment(row, milestones, commitments));
        Map<String, List<Plan.Measure>> measures = new LinkedHashMap<>();
        rows(sheets, Sheets.MEASURE).forEach(row -> measure(row, commitments, measures));
        List<Plan.Focus> focuses = new ArrayList<>();
        rows(sheets, Sheets.FOCUS).forEach(row -> focus(row, measures, focuses));
        orphans(milestones.keySet(), Sheets.MILESTONE, "任务", "commitment");
        orphans(commitments.keySet(), Sheets.COMMITMENT, "举措", "measure");
        orphans(measures.keySet(), Sheets.MEASURE, "着力点", "focus");
        focuses.sort(java.util.Comparator.comparingInt(Plan.Focus::order));
        return new Reading(focuses, problems, places);
    }

    /// What nobody took up names a parent that is not there.
    private void orphans(Set<String> parents, String sheet, String zh, String en) {
        for (String parent : parents) {
            report(
                    places.getOrDefault(sheet + ">" + parent, sheet),
                    "没有编号为 %s 的%s".formatted(parent, zh),
                    "there is no %s `%s`".formatted(en, parent));
        }
    }

    private boolean headersFit(XSSFSheet sheet) {
        Row row = sheet.getRow(0);
        for (PlanColumn column : PlanColumn.of(sheet.getSheetName())) {
            String found = row == null || row.getCell(column.index()) == null
                    ? ""
                    : row.getCell(column.index()).toString();
            if (!found.startsWith(column.header)) {
                report(
                        sheet.getSheetName() + "!" + CellReference.convertNumToColString(column.index()) + "1",
                        "表头应为“%s”，列的次序不能改".formatted(column.header),
                        "the header should be “%s”; columns keep their order".formatted(column.header));
                return false;
            }
        }
        return true;
    }

    private List<Cells> rows(Map<String, XSSFSheet> sheets, String name) {
        XSSFSheet sheet = sheets.get(name);
        List<Cells> rows = new ArrayList<>();
        if (sheet == null) {
            return rows;
        }
        if (sheet.getLastRowNum() > MOST_ROWS) {
            report(name, "行数超过 " + MOST_ROWS, "more than " + MOST_ROWS + " rows");
            return rows;
        }
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            if (row != null) {
                Cells cells = new Cells(row);
                if (!cells.empty(name)) {
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    private void milestone(Cells row, Map<String, List<Plan.Milestone>> into) {
        String commitment = row.required(PlanColumn.STEP_TASK);
        String id = row.id(PlanColumn.STEP_ID);
        Text title = row.title(PlanColumn.STEP_ZH, PlanColumn.STEP_EN);
        LocalDate due = row.date(PlanColumn.STEP_DUE);
        Boolean stated = row.yesNo(PlanColumn.STEP_STATED);
        if (commitment == null || id == null || title == null || due == null || stated == null) {
            return;
        }
        if (!seen.add(commitment + "/" + id)) {
            row.report(PlanColumn.STEP_ID, "该任务已有此编号", "the commitment has this id already");
            return;
        }
        places.putIfAbsent(Sheets.MILESTONE + ">" + commitment, row.place(PlanColumn.STEP_TASK));
        places.put(commitment + "/" + id, row.place(PlanColumn.STEP_ID));
        into.computeIfAbsent(commitment, c -> new ArrayList<>())
                .add(new Plan.Milestone(
                        id, title, due, stated, row.pair(PlanColumn.STEP_EVIDENCE_ZH, PlanColumn.STEP_EVIDENCE_EN)));
    }

    private void commitment(
            Cells row, Map<String, List<Plan.Milestone>> milestones, Map<String, List<Plan.Commitment>> into) {
        String id = row.id(PlanColumn.TASK_ID);
        String measure = row.required(PlanColumn.TASK_MEASURE);
        Text title = row.title(PlanColumn.TASK_ZH, PlanColumn.TASK_EN);
        String lead = row.unit(PlanColumn.TASK_LEAD);
        LocalDate from = row.date(PlanColumn.TASK_FROM);
        LocalDate to = row.date(PlanColumn.TASK_TO);
        Boolean stated = row.yesNo(PlanColumn.TASK_PERIOD_STATED);
        int before = problems.size();
        Plan.Figure figure = row.figure();
        Set<String> assist = row.units(PlanColumn.TASK_ASSIST);
        List<QualifiedId> watch = row.qualified(PlanColumn.TASK_WATCH);
        List<Text> evidence = row.pairs(PlanColumn.TASK_EVIDENCE);
        if (id == null || !unique(row, PlanColumn.TASK_ID, id)) {
            return;
        }
        List<Plan.Milestone> own = milestones.remove(id);
        if (measure == null
                || title == null
                || lead == null
                || from == null
                || to == null
                || stated == null
                || problems.size() > before) {
            return;
        }
        places.putIfAbsent(Sheets.COMMITMENT + ">" + measure, row.place(PlanColumn.TASK_MEASURE));
        into.computeIfAbsent(measure, m -> new ArrayList<>())
                .add(new Plan.Commitment(
                        id,
                        title,
                        row.pair(PlanColumn.TASK_DETAIL_ZH, PlanColumn.TASK_DETAIL_EN),
                        lead,
                        assist,
                        new Plan.Span(from, to, stated),
                        figure,
                        watch,
                        own == null ? List.of() : own,
                        evidence,
                        row.list(PlanColumn.TASK_DEPENDS),
                        row.list(PlanColumn.TASK_CLAUSES)));
    }

    private void measure(
            Cells row, Map<String, List<Plan.Commitment>> commitments, Map<String, List<Plan.Measure>> into) {
        String id = row.id(PlanColumn.MEASURE_ID);
        String focus = row.required(PlanColumn.MEASURE_FOCUS);
        Text title = row.title(PlanColumn.MEASURE_ZH, PlanColumn.MEASURE_EN);
        String lever = row.required(PlanColumn.MEASURE_LEVER);
        String lead = row.unit(PlanColumn.MEASURE_LEAD);
        Plan.Lever known =
                switch (lever == null ? "" : lever) {
                    case "重点", "emphasis" -> Plan.Lever.EMPHASIS;
                    case "抓手", "lever" -> Plan.Lever.LEVER;
                    case "无", "none" -> Plan.Lever.NONE;
                    default -> null;
                };
        if (lever != null && known == null) {
            row.report(PlanColumn.MEASURE_LEVER, "应为重点、抓手或无", "should be 重点, 抓手 or 无");
        }
        if (id == null || !unique(row, PlanColumn.MEASURE_ID, id)) {
            return;
        }
        List<Plan.Commitment> own = commitments.remove(id);
        if (focus == null || title == null || known == null) {
            return;
        }
        places.putIfAbsent(Sheets.MEASURE + ">" + focus, row.place(PlanColumn.MEASURE_FOCUS));
        into.computeIfAbsent(focus, f -> new ArrayList<>())
                .add(new Plan.Measure(
                        id,
                        title,
                        known,
                        lead,
                        row.list(PlanColumn.MEASURE_CLAUSES),
                        own == null ? List.of() : own));
    }

    private void focus(Cells row, Map<String, List<Plan.Measure>> measures, List<Plan.Focus> into) {
        String id = row.id(PlanColumn.FOCUS_ID);
        BigDecimal order = row.number(PlanColumn.FOCUS_ORDER);
        Text title = row.title(PlanColumn.FOCUS_ZH, PlanColumn.FOCUS_EN);
        if (id == null || !unique(row, PlanColumn.FOCUS_ID, id)) {
            return;
        }
        List<Plan.Measure> own = measures.remove(id);
        if (order == null || title == null) {
            return;
        }
        into.add(new Plan.Focus(
                id, order.intValue(), title, row.list(PlanColumn.FOCUS_CLAUSES), own == null ? List.of() : own));
    }

    private boolean unique(Cells row, PlanColumn column, String id) {
        places.putIfAbsent(id, row.place(column));
        if (seen.add(column.sheet + " " + id)) {
            return true;
        }
        row.report(column, "编号 %s 重复".formatted(id), "id `%s` is used twice".formatted(id));
        return false;
    }

    private void report(String where, String zh, String en) {
        problems.add(new Problem(where, new Text(zh, en)));
    }

    private interface Reader<T> {
        @Nullable T read(org.apache.poi.ss.usermodel.@Nullable Cell cell) throws Unreadable;
    }

    /// One row.
    private final class Cells {

        private final Row row;

        Cells(Row row) {
            this.row = row;
        }

        boolean empty(String sheet) {
            return PlanColumn.of(sheet).stream().allMatch(c -> {
                var cell = row.getCell(c.index());
                return cell == null || cell.toString().isBlank();
            });
        }

        String place(PlanColumn column) {
            return column.sheet + "!" + CellReference.convertNumToColString(column.index()) + (row.getRowNum() + 1);
        }

        void report(PlanColumn column, String zh, String en) {
            WorkbookReader.this.report(place(column), zh, en);
        }

        private <T> @Nullable T value(PlanColumn column, Reader<T> reader) {
            T value;
            try {
                value = reader.read(row.getCell(column.index()));
            } catch (Unreadable fault) {
                report(column, fault.reason().zh(), fault.reason().en());
                return null;
            }
            if (value == null && column.required) {
                report(column, "“%s”必填".formatted(column.zh()), "“%s” is required".formatted(column.en()));
            }
            return value;
        }

        @Nullable String required(PlanColumn column) {
            return value(column, CellReading::text);
        }

        @Nullable String text(PlanColumn column) {
            return value(column, CellReading::text);
        }

        @Nullable LocalDate date(PlanColumn column) {
            return value(column, CellReading::date);
        }

        @Nullable BigDecimal number(PlanColumn column) {
            return value(column, CellReading::number);
        }

        @Nullable Boolean yesNo(PlanColumn column) {
            return value(column, CellReading::yesNo);
        }

        @Nullable String id(PlanColumn column) {
            String id = value(column, CellReading::text);
            if (id != null && !ID.matcher(id).matches()) {
                report(
                        column,
                        "编号“%s”应以小写字母开头，只含小写字母、数字和下划线，至多 41 位".formatted(id),
                        "id “%s” should begin with a lower-case letter and hold lower-case letters, digits and _ only, 41 at most"
                                .formatted(id));
                return null;
            }
            return id;
        }

        @Nullable Text title(PlanColumn zh, PlanColumn en) {
            String chinese = text(zh);
            String english = text(en);
            return chinese == null || english == null ? null : new Text(chinese, english);
        }

        /// Both languages or neither.
        @Nullable Text pair(PlanColumn zh, PlanColumn en) {
            String chinese = text(zh);
            String english = text(en);
            if (chinese == null && english == null) {
                return null;
            }
            if (chinese == null || english == null) {
                report(chinese == null ? zh : en, "中英文须同时填写", "fill in both languages");
                return null;
            }
            return new Text(chinese, english);
        }

        @Nullable String unit(PlanColumn column) {
            String words = text(column);
            return words == null ? null : unit(column, words);
        }

        private @Nullable String unit(PlanColumn column, String words) {
            Optional<String> id = units.read(words);
            if (id.isEmpty()) {
                report(column, "没有名为“%s”的单位，或同名单位不止一个".formatted(words), "no unit “%s”, or more than one of that name".formatted(words));
            }
            return id.orElse(null);
        }

        Set<String> units(PlanColumn column) {
            Set<String> found = new LinkedHashSet<>();
            for (String words : list(column)) {
                String id = unit(column, words);
                if (id != null) {
                    found.add(id);
                }
            }
            return found;
        }

        List<String> list(PlanColumn column) {
            String text = text(column);
            return text == null
                    ? List.of()
                    : Arrays.stream(text.split("[,,、;;\\n]"))
                            .map(String::strip)
                            .filter(s -> !s.isEmpty())
                            .toList();
        }

        List<QualifiedId> qualified(PlanColumn column) {
            List<QualifiedId> ids = new ArrayList<>();
            for (String word : list(column)) {
                qualified(column, word).ifPresent(ids::add);
            }
            return ids;
        }

        private Optional<QualifiedId> qualified(PlanColumn column, String word) {
            try {
                return Optional.of(QualifiedId.parse(word));
            } catch (IllegalArgumentException e) {
                report(column, "“%s”应写作 包.指标".formatted(word), "“%s” should be written pack.indicator".formatted(word));
                return Optional.empty();
            }
        }

        List<Text> pairs(PlanColumn column) {
            String text = text(column);
            List<Text> pairs = new ArrayList<>();
            if (text == null) {
                return pairs;
            }
            for (String line : text.lines().toList()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] sides = line.split("[||]", 2);
                if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
                    report(column, "“%s”应写作 中文 | English".formatted(line), "“%s” should be written 中文 | English".formatted(line));
                } else {
                    pairs.add(new Text(sides[0].strip(), sides[1].strip()));
                }
            }
            return pairs;
        }

        /// All of its columns or none.
        Plan.@Nullable Figure figure() {
            String indicator = text(PlanColumn.TASK_INDICATOR);
            String unit = unit(PlanColumn.TASK_FIGURE_UNIT);
            LocalDate on = date(PlanColumn.TASK_BASELINE_ON);
            BigDecimal baseline = number(PlanColumn.TASK_BASELINE);
            Boolean baselineStated = yesNo(PlanColumn.TASK_BASELINE_STATED);
            BigDecimal target = number(PlanColumn.TASK_TARGET);
            Boolean targetStated = yesNo(PlanColumn.TASK_TARGET_STATED);
            List<Plan.Point> path = path();
            Map<PlanColumn, @Nullable Object> parts = new LinkedHashMap<>();
            parts.put(PlanColumn.TASK_INDICATOR, indicator);
            parts.put(PlanColumn.TASK_FIGURE_UNIT, unit);
            parts.put(PlanColumn.TASK_BASELINE_ON, on);
            parts.put(PlanColumn.TASK_BASELINE, baseline);
            parts.put(PlanColumn.TASK_BASELINE_STATED, baselineStated);
            parts.put(PlanColumn.TASK_TARGET, target);
            parts.put(PlanColumn.TASK_TARGET_STATED, targetStated);
            if (parts.values().stream().allMatch(java.util.Objects::isNull) && path.isEmpty()) {
                return null;
            }
            parts.forEach((column, value) -> {
                if (value == null) {
                    report(
                            column,
                            "填了目标就须填“%s”；没有承诺数字则全部留空".formatted(column.zh()),
                            "a target needs “%s”; leave all of them empty where no figure was promised"
                                    .formatted(column.en()));
                }
            });
            if (indicator == null
                    || unit == null
                    || on == null
                    || baseline == null
                    || baselineStated == null
                    || target == null
                    || targetStated == null) {
                return null;
            }
            return qualified(PlanColumn.TASK_INDICATOR, indicator)
                    .map(id -> new Plan.Figure(
                            id, unit, new Plan.Point(on, baseline), baselineStated, target, targetStated, path))
                    .orElse(null);
        }

        private List<Plan.Point> path() {
            List<Plan.Point> points = new ArrayList<>();
            for (String word : list(PlanColumn.TASK_PATH)) {
                String[] sides = word.split("[==]", 2);
                try {
                    if (sides.length < 2) {
                        throw new Unreadable("“%s”应写作 日期=数值".formatted(word), "“%s” should be written date=value".formatted(word));
                    }
                    points.add(new Plan.Point(CellReading.date(sides[0]), CellReading.number(sides[1])));
                } catch (Unreadable fault) {
                    report(PlanColumn.TASK_PATH, fault.reason().zh(), fault.reason().en());
                }
            }
            return points;
        }
    }
}
