package org.luoshi.plan.internal.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.internal.workbook.PlanColumn.Sheets;

/// Writes the plan: ids of what exists are locked, choices drop down, each column says what it wants.
final class WorkbookWriter {

    /// Empty rows below the last, ready for new items.
    static final int SPARE_ROWS = 200;

    private final Plan plan;
    private final int version;
    private final UnitWords units;
    private final List<QualifiedId> indicators;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Map<String, Integer> lastRow = new HashMap<>();
    private final CellStyle header = header();
    private final CellStyle open = open("@");
    private final CellStyle openDate = open("yyyy-mm-dd");
    private final CellStyle openNumber = open("General");
    private final CellStyle locked = locked();

    private WorkbookWriter(Plan plan, int version, UnitWords units, List<QualifiedId> indicators) {
        this.plan = plan;
        this.version = version;
        this.units = units;
        this.indicators = indicators;
    }

    static byte[] write(Plan plan, int version, UnitWords units, List<QualifiedId> indicators) {
        WorkbookWriter writer = new WorkbookWriter(plan, version, units, indicators);
        try (writer.book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.fill();
            writer.book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        notes();
        Sheets.EDITED.forEach(this::sheet);
        for (Plan.Focus focus : plan.focuses()) {
            row(Sheets.FOCUS, focus(focus));
            for (Plan.Measure measure : focus.measures()) {
                row(Sheets.MEASURE, measure(focus, measure));
                for (Plan.Commitment commitment : measure.commitments()) {
                    row(Sheets.COMMITMENT, commitment(measure, commitment));
                    commitment.milestones().forEach(m -> row(Sheets.MILESTONE, milestone(commitment, m)));
                }
            }
        }
        Sheets.EDITED.forEach(this::spare);
        lists();
        var properties = book.getProperties().getCustomProperties();
        properties.addProperty("luoshi.plan", plan.id().toString());
        properties.addProperty("luoshi.version", version);
    }

    private void notes() {
        XSSFSheet sheet = book.createSheet(Sheets.NOTES);
        List<Text> lines = List.of(
                plan.title(),
                new Text("方案 " + plan.id() + "，第 " + version + " 版", "Plan " + plan.id() + ", version " + version),
                new Text(
                        "改后在方案页导入：先试导入，列出差异和错误，再正式导入；有一处错误则全部不导入。",
                        "Import it on the plan page: a dry run lists differences and faults first; one fault stops all."),
                new Text(
                        "删除一行即删除该项，历史版本仍可查看。新增的填在表末空行。",
                        "Deleting a row deletes the item; earlier versions stay readable. Add new items in the empty rows."),
                new Text(
                        "已有编号锁定。别人在此期间改过方案时，导入会列出双方的改动。",
                        "Existing ids are locked. If somebody edited the plan meanwhile, the import lists both sides' changes."),
                new Text(
                        "状态由数据计算，不在本表填写。",
                        "Statuses are computed from facts and are not filled in here."));
        for (int i = 0; i < lines.size(); i++) {
            XSSFRow row = sheet.createRow(i);
            row.createCell(0).setCellValue(lines.get(i).zh());
            row.createCell(1).setCellValue(lines.get(i).en());
        }
        sheet.setColumnWidth(0, 70 * 256);
        sheet.setColumnWidth(1, 70 * 256);
        sheet.protectSheet("");
    }

    private void sheet(String name) {
        XSSFSheet sheet = book.createSheet(name);
        XSSFRow row = sheet.createRow(0);
        for (PlanColumn column : PlanColumn.of(name)) {
            XSSFCell cell = row.createCell(column.index());
            cell.setCellValue(column.header + (column.required ? " *" : ""));
            cell.setCellStyle(header);
            sheet.setColumnWidth(column.index(), width(column) * 256);
        }
        sheet.createFreezePane(1, 1);
        lastRow.put(name, 0);
    }

    private static int width(PlanColumn column) {
        return switch (column.kind) {
            case ID, CHOICE, UNIT -> 26;
            case TEXT -> 34;
            case DATE, NUMBER, YES_NO -> 14;
        };
    }

    private void row(String sheet, Map<PlanColumn, @Nullable Object> values) {
        int number = lastRow.merge(sheet, 1, Integer::sum);
        XSSFRow row = book.getSheet(sheet).createRow(number);
        for (PlanColumn column : PlanColumn.of(sheet)) {
            XSSFCell cell = row.createCell(column.index());
            // a milestone is named by its commitment and its id together
            cell.setCellStyle(
                    column.kind == PlanColumn.Kind.ID || column == PlanColumn.STEP_TASK ? locked : style(column));
            switch (values.get(column)) {
                case LocalDate date -> cell.setCellValue(date);
                case BigDecimal value -> cell.setCellValue(value.doubleValue());
                case Integer value -> cell.setCellValue(value);
                case null -> cell.setBlank();
                case Object value -> cell.setCellValue(value.toString());
            }
        }
    }

    private void spare(String name) {
        XSSFSheet sheet = book.getSheet(name);
        int last = lastRow.getOrDefault(name, 0);
        for (int number = last + 1; number <= last + SPARE_ROWS; number++) {
            XSSFRow row = sheet.createRow(number);
            for (PlanColumn column : PlanColumn.of(name)) {
                row.createCell(column.index()).setCellStyle(style(column));
            }
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        for (PlanColumn column : PlanColumn.of(name)) {
            validation(sheet, helper, column, last + SPARE_ROWS);
        }
        sheet.lockDeleteRows(false);
        sheet.lockInsertRows(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.enableLocking();
    }

    private void validation(XSSFSheet sheet, DataValidationHelper helper, PlanColumn column, int lastRow) {
        String list =
                switch (column) {
                    case MEASURE_FOCUS -> range(Sheets.FOCUS, 0);
                    case TASK_MEASURE -> range(Sheets.MEASURE, 0);
                    case STEP_TASK -> range(Sheets.COMMITMENT, 0);
                    case MEASURE_LEVER -> lists(0);
                    case TASK_INDICATOR -> lists(3);
                    default -> switch (column.kind) {
                        case YES_NO -> lists(1);
                        case UNIT -> lists(2);
                        default -> null;
                    };
                };
        DataValidationConstraint constraint = list != null
                ? helper.createFormulaListConstraint(list)
                : column.hint.isEmpty() ? null : helper.createCustomConstraint("TRUE");
        if (constraint == null) {
            return;
        }
        DataValidation validation = helper.createValidation(
                constraint, new CellRangeAddressList(1, lastRow, column.index(), column.index()));
        // a unit may also be typed; the import judges it
        validation.setShowErrorBox(list != null && column.kind != PlanColumn.Kind.UNIT);
        if (!column.hint.isEmpty()) {
            validation.createPromptBox(column.zh(), column.hint);
            validation.setShowPromptBox(true);
        }
        sheet.addValidationData(validation);
    }

    private String range(String sheet, int column) {
        String letter = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
        return "'" + sheet + "'!$" + letter + "$2:$" + letter + "$" + (lastRow.getOrDefault(sheet, 0) + SPARE_ROWS + 1);
    }

    private String lists(int column) {
        String letter = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
        return "'" + Sheets.LISTS + "'!$" + letter + "$1:$" + letter + "$" + Math.max(1, choices().get(column).size());
    }

    private List<List<String>> choices() {
        return List.of(
                List.of("重点", "抓手", "无"),
                List.of("是", "否"),
                units.choices(),
                indicators.stream().map(QualifiedId::toString).toList());
    }

    private void lists() {
        XSSFSheet sheet = book.createSheet(Sheets.LISTS);
        List<List<String>> choices = choices();
        int rows = choices.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < rows; i++) {
            XSSFRow row = sheet.createRow(i);
            for (int c = 0; c < choices.size(); c++) {
                if (i < choices.get(c).size()) {
                    row.createCell(c).setCellValue(choices.get(c).get(i));
                }
            }
        }
        book.setSheetVisibility(book.getSheetIndex(sheet), org.apache.poi.ss.usermodel.SheetVisibility.HIDDEN);
    }

    private static Map<PlanColumn, @Nullable Object> focus(Plan.Focus focus) {
        Map<PlanColumn, @Nullable Object> values = new EnumMap<>(PlanColumn.class);
        values.put(PlanColumn.FOCUS_ID, focus.id());
        values.put(PlanColumn.FOCUS_ORDER, focus.order());
        values.put(PlanColumn.FOCUS_ZH, focus.title().zh());
        values.put(PlanColumn.FOCUS_EN, focus.title().en());
        values.put(PlanColumn.FOCUS_CLAUSES, list(focus.clauses()));
        return values;
    }

    private Map<PlanColumn, @Nullable Object> measure(Plan.Focus focus, Plan.Measure measure) {
        Map<PlanColumn, @Nullable Object> values = new EnumMap<>(PlanColumn.class);
        values.put(PlanColumn.MEASURE_ID, measure.id());
        values.put(PlanColumn.MEASURE_FOCUS, focus.id());
        values.put(PlanColumn.MEASURE_ZH, measure.title().zh());
        values.put(PlanColumn.MEASURE_EN, measure.title().en());
        values.put(
                PlanColumn.MEASURE_LEVER,
                switch (measure.lever()) {
                    case EMPHASIS -> "重点";
                    case LEVER -> "抓手";
                    case NONE -> "无";
                });
        values.put(PlanColumn.MEASURE_LEAD, measure.lead() == null ? null : units.write(measure.lead()));
        values.put(PlanColumn.MEASURE_CLAUSES, list(measure.clauses()));
        return values;
    }

    private Map<PlanColumn, @Nullable Object> commitment(Plan.Measure measure, Plan.Commitment commitment) {
        Map<PlanColumn, @Nullable Object> values = new EnumMap<>(PlanColumn.class);
        values.put(PlanColumn.TASK_ID, commitment.id());
        values.put(PlanColumn.TASK_MEASURE, measure.id());
        values.put(PlanColumn.TASK_ZH, commitment.title().zh());
        values.put(PlanColumn.TASK_EN, commitment.title().en());
        if (commitment.detail() != null) {
            values.put(PlanColumn.TASK_DETAIL_ZH, commitment.detail().zh());
            values.put(PlanColumn.TASK_DETAIL_EN, commitment.detail().en());
        }
        values.put(PlanColumn.TASK_LEAD, units.write(commitment.lead()));
        values.put(
                PlanColumn.TASK_ASSIST,
                commitment.assist().stream().sorted().map(units::write).collect(Collectors.joining(", ")));
        values.put(PlanColumn.TASK_FROM, commitment.period().from());
        values.put(PlanColumn.TASK_TO, commitment.period().to());
        values.put(PlanColumn.TASK_PERIOD_STATED, yes(commitment.period().stated()));
        Plan.Figure figure = commitment.figure();
        if (figure != null) {
            values.put(PlanColumn.TASK_INDICATOR, figure.indicator());
            values.put(PlanColumn.TASK_FIGURE_UNIT, units.write(figure.unit()));
            values.put(PlanColumn.TASK_BASELINE_ON, figure.baseline().by());
            values.put(PlanColumn.TASK_BASELINE, figure.baseline().value());
            values.put(PlanColumn.TASK_BASELINE_STATED, yes(figure.baselineStated()));
            values.put(PlanColumn.TASK_TARGET, figure.target());
            values.put(PlanColumn.TASK_TARGET_STATED, yes(figure.targetStated()));
            values.put(
                    PlanColumn.TASK_PATH,
                    figure.path().stream()
                            .map(p -> p.by() + "=" + p.value().toPlainString())
                            .collect(Collectors.joining("; ")));
        }
        values.put(PlanColumn.TASK_WATCH, list(commitment.watch()));
        values.put(
                PlanColumn.TASK_EVIDENCE,
                commitment.evidence().stream().map(e -> e.zh() + " | " + e.en()).collect(Collectors.joining("\n")));
        values.put(PlanColumn.TASK_DEPENDS, list(commitment.dependsOn()));
        values.put(PlanColumn.TASK_CLAUSES, list(commitment.clauses()));
        return values;
    }

    private static Map<PlanColumn, @Nullable Object> milestone(Plan.Commitment commitment, Plan.Milestone milestone) {
        Map<PlanColumn, @Nullable Object> values = new EnumMap<>(PlanColumn.class);
        values.put(PlanColumn.STEP_TASK, commitment.id());
        values.put(PlanColumn.STEP_ID, milestone.id());
        values.put(PlanColumn.STEP_ZH, milestone.title().zh());
        values.put(PlanColumn.STEP_EN, milestone.title().en());
        values.put(PlanColumn.STEP_DUE, milestone.due());
        values.put(PlanColumn.STEP_STATED, yes(milestone.stated()));
        if (milestone.evidence() != null) {
            values.put(PlanColumn.STEP_EVIDENCE_ZH, milestone.evidence().zh());
            values.put(PlanColumn.STEP_EVIDENCE_EN, milestone.evidence().en());
        }
        return values;
    }

    private static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String yes(boolean value) {
        return value ? "是" : "否";
    }

    private CellStyle style(PlanColumn column) {
        return switch (column.kind) {
            case DATE -> openDate;
            case NUMBER -> openNumber;
            default -> open;
        };
    }

    private CellStyle header() {
        CellStyle style = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        return style;
    }

    /// Text cells keep what looks like a formula as text when they are edited.
    private CellStyle open(String format) {
        CellStyle style = book.createCellStyle();
        style.setLocked(false);
        style.setWrapText(true);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        style.setQuotePrefixed(format.equals("@"));
        return style;
    }

    private CellStyle locked() {
        CellStyle style = book.createCellStyle();
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
