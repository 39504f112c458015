package org.luoshi.compiler.internal.form;

import java.time.LocalDate;
import java.util.Optional;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.OrNone;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan.ClauseKind;

/// `plan/plan.yaml` and `plan/clauses.yaml`.
public final class PlanForms {

    static final Shape<Scalar> UNIT = Values.nameOf("单位的标识", "id of a unit");
    private static final Shape<Scalar> FIELD = Values.nameOf("字段标识", "id of a field");

    public static final Key<Text> TITLE = Key.required("title", Bilingual.PROSE, "名称", "name");

    public static final Key<LocalDate> FROM = Key.required("from", Days.DAY, "第一天", "first day");
    public static final Key<LocalDate> TO = Key.required("to", Days.DAY, "最后一天", "last day");
    public static final Key<Boolean> STATED = Key.required(
            "stated", Values.FLAG, "原文是否写明；否则是本地设定", "whether the document states it; otherwise it is a local setting");
    public static final Key<Text> PERIOD_NOTE = Key.optional("note", Bilingual.PROSE, "说明", "a note");
    static final Form SPAN = Form.of("期间", "a period", FROM, TO, STATED, PERIOD_NOTE);
    public static final Key<View> PERIOD = Key.required("period", SPAN, "起止", "from when to when");

    /// `plan/plan.yaml`.
    public static final class Head {
        public static final Key<String> PUBLISHER =
                Key.required("publisher", Values.text(200), "发布者", "who published it");
        public static final Key<LocalDate> DATE = Key.required("date", Days.DAY, "发布日期", "day of publication");
        public static final Key<String> URL = Key.optional("url", Values.LINK, "网址", "web address");
        public static final Key<View> SOURCE = Key.required(
                "source",
                Form.of("计划的来源", "a plan's source", TITLE, PUBLISHER, DATE, URL),
                "所据文件",
                "the document it follows");
        public static final Key<Scalar> STATUS_RULE =
                Key.required("status_rule", Values.nameOf("状态规则的标识", "id of a status rule"), "状态规则", "the status rule");

        public static final Key<Scalar> ENTITY =
                Key.required("entity", Values.nameOf("登记表的标识", "id of an entity"), "佐证登记表", "the register of evidence");
        public static final Key<Scalar> COMMITMENT =
                Key.required("commitment", FIELD, "哪个字段是任务", "the field with the commitment");
        public static final Key<Scalar> MILESTONE =
                Key.required("milestone", FIELD, "哪个字段是节点", "the field with the milestone");
        public static final Key<Scalar> HAPPENED_ON =
                Key.required("happened_on", FIELD, "哪个字段是发生日期", "the field with the day it happened");
        public static final Key<Scalar> VERDICT =
                Key.required("verdict", FIELD, "哪个字段是结论", "the field with the verdict");
        public static final Key<Scalar> ACCEPTED = Key.required(
                "accepted", Values.nameOf("取值标识", "id of a value"), "哪个结论算核实", "the verdict that counts as verified");
        public static final Key<Scalar> VERIFIED_ON =
                Key.required("verified_on", FIELD, "哪个字段是核实日期", "the field with the day of verification");
        public static final Form EVIDENCE_FORM = Form.of(
                "佐证登记",
                "the evidence register",
                ENTITY,
                COMMITMENT,
                MILESTONE,
                HAPPENED_ON,
                VERDICT,
                ACCEPTED,
                VERIFIED_ON);
        public static final Key<View> EVIDENCE =
                Key.required("evidence", EVIDENCE_FORM, "佐证记在哪里", "where evidence is kept");

        public static final Form FORM =
                Form.of("计划", "a plan", TITLE, SOURCE, PERIOD, STATUS_RULE, EVIDENCE, Silence.KEY);

        public static final Construct CONSTRUCT = new Construct(
                "plan",
                new Text("计划", "Plan"),
                new Text(
                        "计划的来源、期间、状态规则和佐证登记。着力点各写一个文件，条文写在 `plan/clauses.yaml`。",
                        "The plan's source, period, status rule and evidence register. Each focus has a file of its"
                                + " own; clauses are in `plan/clauses.yaml`."),
                "plan/plan.yaml",
                FORM,
                """
                title: { zh: 改革践行计划, en: Reform plan }
                source:
                  title: { zh: 一篇报道, en: A newspaper report }
                  publisher: 成都日报
                  date: 2024-12-21
                period: { from: 2024-12-21, to: 2025-12-31, stated: false }
                status_rule: plan_follow_up.commitment_status
                evidence:
                  entity: plan_follow_up.evidence
                  commitment: commitment
                  milestone: milestone
                  happened_on: happened_on
                  verdict: verdict
                  accepted: accepted
                  verified_on: verified_on
                """,
                true);

        private Head() {}
    }

    /// `plan/clauses.yaml`.
    public static final class Clauses {
        public static final Key<Scalar> ID = Key.required("id", Values.NEW_ID, "标识", "its id");
        public static final Key<Integer> PARAGRAPH =
                Key.required("paragraph", Numbers.small(1, 9999), "第几段", "paragraph");
        public static final Key<Integer> SENTENCE = Key.required("sentence", Numbers.small(1, 999), "第几句", "sentence");
        public static final Key<Optional<Scalar>> SPEAKER =
                Key.optional("speaker", new OrNone<>(UNIT, "null"), "哪个单位说的", "the unit that says it");
        public static final Key<Text> GIST = Key.required(
                "gist", Bilingual.PROSE, "大意，用自己的话，不抄原句", "its gist in our own words, never the sentence itself");
        public static final Key<ClauseKind> KIND = Key.required(
                "kind", Choice.of(ClauseKind.class, "条文类别", "a kind of clause"), "承诺、数字、抓手、强调或背景", "what it is");
        public static final Key<String> NEEDS = Key.required(
                "needs",
                Choice.of("需要", "a need", "commitment", "none"),
                "是否要有任务来落实",
                "whether a commitment must cover it");
        public static final Key<Text> BECAUSE = Key.optional(
                "because",
                Bilingual.PROSE,
                "为什么不需要；`needs: none` 时必填",
                "why none is needed; required with `needs: none`");
        public static final Form FORM =
                Form.of("条文", "a clause", ID, PARAGRAPH, SENTENCE, SPEAKER, GIST, KIND, NEEDS, BECAUSE);
        public static final ListOf<View> SHAPE = ListOf.some(FORM);

        public static final Construct CONSTRUCT = new Construct(
                "clauses",
                new Text("条文", "Clauses"),
                new Text(
                        "来源文件的每一句：位置、大意、要不要任务来落实。没有任务覆盖的会提出来。",
                        "Every sentence of the source: its place, its gist, and whether a commitment must cover it."
                                + " Uncovered ones are told."),
                "plan/clauses.yaml",
                SHAPE,
                """
                - id: c001
                  paragraph: 1
                  sentence: 1
                  speaker: null
                  gist: { zh: 标题, en: The headline }
                  kind: context
                  needs: none
                  because: { zh: 标题不含承诺, en: A headline promises nothing }
                - id: c002
                  paragraph: 2
                  sentence: 1
                  speaker: chenghua
                  gist: { zh: 一批项目要开工, en: A number of projects are to start }
                  kind: number
                  needs: commitment
                """,
                true);

        private Clauses() {}
    }

    private PlanForms() {}
}
