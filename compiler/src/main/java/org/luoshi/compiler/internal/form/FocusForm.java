package org.luoshi.compiler.internal.form;

import static org.luoshi.compiler.internal.form.PlanForms.PERIOD;
import static org.luoshi.compiler.internal.form.PlanForms.STATED;
import static org.luoshi.compiler.internal.form.PlanForms.TITLE;
import static org.luoshi.compiler.internal.form.PlanForms.UNIT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.OrNone;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan.Lever;

/// `plan/focus/ID.yaml`: a focus with its measures, commitments and milestones.
public final class FocusForm {

    private static final Shape<Scalar> INDICATOR_NAME = Values.nameOf("指标的标识", "id of an indicator");

    public static final Key<List<Listed<Scalar>>> CLAUSES = Key.optional(
            "clauses", ListOf.distinct(Values.nameOf("条文的标识", "id of a clause")), "落实哪些条文", "the clauses it answers");
    public static final Key<Scalar> ID = Key.required("id", Values.NEW_ID, "标识", "its id");

    // a promised figure
    public static final Key<Scalar> INDICATOR = Key.required("indicator", INDICATOR_NAME, "指标", "the indicator");
    public static final Key<Scalar> FIGURE_UNIT = Key.required("unit", UNIT, "哪个单位的数", "the unit whose figure it is");
    public static final Key<LocalDate> ON = Key.required("on", Days.DAY, "日期", "the day");
    public static final Key<BigDecimal> VALUE = Key.required("value", Numbers.decimal(), "数", "the figure");
    public static final Key<View> BASELINE =
            Key.required("baseline", Form.of("基数", "a baseline", ON, VALUE, STATED), "基数", "where it starts");
    public static final Key<BigDecimal> TARGET = Key.required("target", Numbers.decimal(), "目标", "the target");
    public static final Key<Boolean> TARGET_STATED =
            Key.required("stated", Values.FLAG, "目标是否原文写明", "whether the document states the target");
    public static final Key<LocalDate> BY = Key.required("by", Days.DAY, "到哪天", "by which day");
    public static final Key<List<Listed<View>>> PATH = Key.<List<Listed<View>>>optional(
                    "path",
                    ListOf.any(Form.of("路径点", "a path point", BY, VALUE)),
                    "分步目标，按日期先后",
                    "intermediate targets in order of date")
            .otherwise("直线", "a straight line");
    public static final Key<View> FIGURE = Key.optional(
            "figure",
            Form.of("承诺的数", "a promised figure", INDICATOR, FIGURE_UNIT, BASELINE, TARGET, TARGET_STATED, PATH),
            "只在原文给出数字时写；没有就不写",
            "only where the document gives the number; else left out");

    // a milestone
    public static final Key<LocalDate> DUE = Key.required("due", Days.DAY, "期限", "due");
    public static final Key<Text> WANTED = Key.optional("evidence", Bilingual.PROSE, "要什么佐证", "the evidence wanted");
    public static final Key<List<Listed<View>>> MILESTONES = Key.optional(
            "milestones", ListOf.any(Form.of("节点", "a milestone", ID, TITLE, DUE, STATED, WANTED)), "节点", "milestones");

    // a commitment
    public static final Key<Text> DETAIL = Key.optional("detail", Bilingual.PROSE, "详情", "in more words");
    public static final Key<Scalar> LEAD = Key.required("lead", UNIT, "牵头单位", "the unit that leads");
    public static final Key<List<Listed<Scalar>>> ASSIST =
            Key.optional("assist", ListOf.distinct(UNIT), "配合单位", "the units that assist");
    public static final Key<List<Listed<Scalar>>> WATCH = Key.optional(
            "watch", ListOf.distinct(INDICATOR_NAME), "一并看的指标，没有目标", "indicators shown beside it, without a target");
    public static final Key<List<Listed<Text>>> EVIDENCE =
            Key.optional("evidence", ListOf.any(Bilingual.PROSE), "要什么佐证", "the evidence wanted");
    public static final Key<List<Listed<Scalar>>> DEPENDS_ON = Key.optional(
            "depends_on",
            ListOf.distinct(Values.nameOf("任务的标识", "id of a commitment")),
            "须先完成的任务",
            "commitments that come first");
    public static final Form COMMITMENT = Form.of(
            "任务",
            "a commitment",
            ID,
            TITLE,
            DETAIL,
            LEAD,
            ASSIST,
            PERIOD,
            FIGURE,
            WATCH,
            MILESTONES,
            EVIDENCE,
            DEPENDS_ON,
            CLAUSES);
    public static final Key<List<Listed<View>>> COMMITMENTS =
            Key.optional("commitments", ListOf.any(COMMITMENT), "任务", "its commitments");

    // a measure
    public static final Key<Lever> LEVER = Key.<Lever>optional(
                    "lever",
                    Choice.of(Lever.class, "举措类别", "a kind of measure"),
                    "重点 `emphasis`、抓手 `lever` 或无",
                    "an emphasis, a lever or neither")
            .otherwise("none", "none");
    public static final Key<Optional<Scalar>> MEASURE_LEAD =
            Key.optional("lead", new OrNone<>(UNIT, "null"), "牵头单位", "the unit that leads");
    public static final Form MEASURE = Form.of("举措", "a measure", ID, TITLE, LEVER, MEASURE_LEAD, CLAUSES, COMMITMENTS);
    public static final Key<List<Listed<View>>> MEASURES =
            Key.required("measures", ListOf.any(MEASURE), "举措", "its measures");

    public static final Key<Integer> ORDER =
            Key.required("order", Numbers.small(1, 999), "第几个着力点", "its place among the focuses");
    public static final Form FORM = Form.of("着力点", "a focus", TITLE, ORDER, CLAUSES, MEASURES, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "focus",
            new Text("着力点", "Focus"),
            new Text(
                    "一个着力点及其举措、任务和节点。原文给数的写目标，没给的不写：不编造。",
                    "A focus with its measures, commitments and milestones. Where the document gives a number it is"
                            + " the target; where it gives none, none is made up."),
            "plan/focus/*.yaml",
            FORM,
            """
            title: { zh: 建圈强链, en: Stronger industries }
            order: 1
            clauses: [c001]
            measures:
              - id: parks_first
                title: { zh: 园区先行, en: Parks first }
                lever: emphasis
                lead: dongbu
                commitments:
                  - id: chenghua_start_projects
                    title: { zh: 成华区项目开工, en: Chenghua starts its projects }
                    lead: chenghua
                    assist: [jinjiang]
                    period: { from: 2024-12-21, to: 2025-12-31, stated: false }
                    figure:
                      indicator: parks.projects_started
                      unit: chenghua
                      baseline: { on: 2024-12-20, value: 0, stated: false }
                      target: 124
                      stated: true
                      path:
                        - { by: 2025-03-31, value: 20 }
                        - { by: 2025-06-30, value: 60 }
                    milestones:
                      - id: list_published
                        title: { zh: 项目清单印发, en: The list of projects is issued }
                        due: 2025-03-31
                        stated: false
                    evidence:
                      - { zh: 施工许可, en: Building permits }
                    clauses: [c002]
            """,
            true);

    private FocusForm() {}
}
