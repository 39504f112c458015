package org.luoshi.plan.internal.workbook;

import static org.luoshi.plan.internal.workbook.PlanColumn.Kind.CHOICE;
import static org.luoshi.plan.internal.workbook.PlanColumn.Kind.DATE;
import static org.luoshi.plan.internal.workbook.PlanColumn.Kind.ID;
import static org.luoshi.plan.internal.workbook.PlanColumn.Kind.NUMBER;
import static org.luoshi.plan.internal.workbook.PlanColumn.Kind.TEXT;
import static org.luoshi.plan.internal.workbook.PlanColumn.Kind.UNIT;
import static org.luoshi.plan.internal.workbook.PlanColumn.Kind.YES_NO;

import java.util.Arrays;
import java.util.List;

/// Columns of the workbook, in order, by sheet.
enum PlanColumn {
    FOCUS_ID(Sheets.FOCUS, "编号 ID", ID, true, "小写字母、数字和下划线；已有编号不要改。 Lower-case letters, digits, _; keep existing ids."),
    FOCUS_ORDER(Sheets.FOCUS, "顺序 Order", NUMBER, true, ""),
    FOCUS_ZH(Sheets.FOCUS, "名称 Title (zh)", TEXT, true, ""),
    FOCUS_EN(Sheets.FOCUS, "英文名称 Title (en)", TEXT, true, ""),
    FOCUS_CLAUSES(Sheets.FOCUS, "原文条款 Clauses", TEXT, false, "条款编号，用逗号分开。 Clause ids, comma between."),

    MEASURE_ID(Sheets.MEASURE, "编号 ID", ID, true, "小写字母、数字和下划线；已有编号不要改。 Lower-case letters, digits, _; keep existing ids."),
    MEASURE_FOCUS(Sheets.MEASURE, "着力点 Focus", CHOICE, true, "着力点的编号。 Id of the focus."),
    MEASURE_ZH(Sheets.MEASURE, "名称 Title (zh)", TEXT, true, ""),
    MEASURE_EN(Sheets.MEASURE, "英文名称 Title (en)", TEXT, true, ""),
    MEASURE_LEVER(Sheets.MEASURE, "重点抓手 Lever", CHOICE, true, "重点 emphasis、抓手 lever 或 无 none"),
    MEASURE_LEAD(Sheets.MEASURE, "牵头单位 Lead", UNIT, false, ""),
    MEASURE_CLAUSES(Sheets.MEASURE, "原文条款 Clauses", TEXT, false, "条款编号，用逗号分开。 Clause ids, comma between."),

    TASK_ID(Sheets.COMMITMENT, "编号 ID", ID, true, "小写字母、数字和下划线；已有编号不要改。 Lower-case letters, digits, _; keep existing ids."),
    TASK_MEASURE(Sheets.COMMITMENT, "举措 Measure", CHOICE, true, "举措的编号。 Id of the measure."),
    TASK_ZH(Sheets.COMMITMENT, "任务 Title (zh)", TEXT, true, ""),
    TASK_EN(Sheets.COMMITMENT, "英文名称 Title (en)", TEXT, true, ""),
    TASK_DETAIL_ZH(Sheets.COMMITMENT, "说明 Detail (zh)", TEXT, false, ""),
    TASK_DETAIL_EN(Sheets.COMMITMENT, "英文说明 Detail (en)", TEXT, false, ""),
    TASK_LEAD(Sheets.COMMITMENT, "牵头单位 Lead", UNIT, true, "从下拉列表选。 Choose from the list."),
    TASK_ASSIST(Sheets.COMMITMENT, "配合单位 Assisting", TEXT, false, "单位名称或编号，用逗号分开。 Unit names or ids, comma between."),
    TASK_FROM(Sheets.COMMITMENT, "起始 From", DATE, true, "如 2025-03-31"),
    TASK_TO(Sheets.COMMITMENT, "期限 To", DATE, true, "如 2025-12-31"),
    TASK_PERIOD_STATED(Sheets.COMMITMENT, "期限原文载明 Period stated", YES_NO, true, "原文没有写明的选“否”。 No where the source does not say."),
    TASK_INDICATOR(Sheets.COMMITMENT, "指标 Indicator", CHOICE, false, "原文没有承诺数字的留空，指标、对象、基线和目标一并留空。 Empty where no figure was promised, with the six after it."),
    TASK_FIGURE_UNIT(Sheets.COMMITMENT, "指标对象 Figure of", UNIT, false, "取哪个单位的指标。 Whose figure it is."),
    TASK_BASELINE_ON(Sheets.COMMITMENT, "基线日期 Baseline on", DATE, false, ""),
    TASK_BASELINE(Sheets.COMMITMENT, "基线值 Baseline", NUMBER, false, ""),
    TASK_BASELINE_STATED(Sheets.COMMITMENT, "基线原文载明 Baseline stated", YES_NO, false, ""),
    TASK_TARGET(Sheets.COMMITMENT, "目标值 Target", NUMBER, false, ""),
    TASK_TARGET_STATED(Sheets.COMMITMENT, "目标原文载明 Target stated", YES_NO, false, ""),
    TASK_PATH(Sheets.COMMITMENT, "路径 Path", TEXT, false, "如 2025-03-31=20; 2025-06-30=60；留空为直线。 Empty for a straight line."),
    TASK_WATCH(Sheets.COMMITMENT, "关注指标 Watch", TEXT, false, "指标编号，用逗号分开。 Indicator ids, comma between."),
    TASK_EVIDENCE(Sheets.COMMITMENT, "所需佐证 Evidence", TEXT, false, "每行一条：中文 | English。 One a line."),
    TASK_DEPENDS(Sheets.COMMITMENT, "依赖任务 Depends on", TEXT, false, "任务编号，用逗号分开。 Commitment ids, comma between."),
    TASK_CLAUSES(Sheets.COMMITMENT, "原文条款 Clauses", TEXT, false, "条款编号，用逗号分开。 Clause ids, comma between."),

    STEP_TASK(Sheets.MILESTONE, "任务 Commitment", CHOICE, true, "任务的编号。 Id of the commitment."),
    STEP_ID(Sheets.MILESTONE, "编号 ID", ID, true, "任务内不重复；已有编号不要改。 Unique in its commitment; keep existing ids."),
    STEP_ZH(Sheets.MILESTONE, "节点 Title (zh)", TEXT, true, ""),
    STEP_EN(Sheets.MILESTONE, "英文名称 Title (en)", TEXT, true, ""),
    STEP_DUE(Sheets.MILESTONE, "日期 Due", DATE, true, "不晚于任务期限。 Not after the commitment's end."),
    STEP_STATED(Sheets.MILESTONE, "日期原文载明 Stated", YES_NO, true, ""),
    STEP_EVIDENCE_ZH(Sheets.MILESTONE, "佐证 Evidence (zh)", TEXT, false, ""),
    STEP_EVIDENCE_EN(Sheets.MILESTONE, "英文佐证 Evidence (en)", TEXT, false, "");

    /// Sheet names.
    static final class Sheets {
        static final String NOTES = "说明";
        static final String FOCUS = "着力点";
        static final String MEASURE = "举措";
        static final String COMMITMENT = "任务";
        static final String MILESTONE = "节点";
        static final String LISTS = "选项";
        static final List<String> EDITED = List.of(FOCUS, MEASURE, COMMITMENT, MILESTONE);

        private Sheets() {}
    }

    enum Kind {
        ID,
        TEXT,
        NUMBER,
        DATE,
        YES_NO,
        UNIT,
        CHOICE
    }

    final String sheet;
    final String header;
    final Kind kind;
    final boolean required;
    final String hint;

    PlanColumn(String sheet, String header, Kind kind, boolean required, String hint) {
        this.sheet = sheet;
        this.header = header;
        this.kind = kind;
        this.required = required;
        this.hint = hint;
    }

    static List<PlanColumn> of(String sheet) {
        return Arrays.stream(values()).filter(c -> c.sheet.equals(sheet)).toList();
    }

    /// Its place in its sheet, from 0.
    int index() {
        return of(sheet).indexOf(this);
    }

    /// Headers name zh first, then en.
    String zh() {
        return header.substring(0, header.indexOf(' '));
    }

    String en() {
        return header.substring(header.indexOf(' ') + 1);
    }
}
