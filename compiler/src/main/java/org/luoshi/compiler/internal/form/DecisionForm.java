package org.luoshi.compiler.internal.form;

import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.decision.Aggregator;
import org.luoshi.pack.decision.HitPolicy;

/// `decisions/ID.yaml`.
public final class DecisionForm {

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Text> ABOUT =
            Key.required("about", Bilingual.PROSE, "判定什么、依据什么", "what it decides, and by which rule of law or office");
    public static final Key<Scalar> CONTENT = Key.required(
            "content", Values.nameOf("登记表标识", "id of an entity"), "所判的登记表", "the register whose records are judged");
    public static final Key<HitPolicy> HIT = Key.required(
            "hit",
            Choice.of(HitPolicy.class, "命中方式", "a hit policy"),
            "几条规则同时命中时怎样取结论（DMN 的命中策略）",
            "what is answered where several rules hit (DMN's hit policies)");
    public static final Key<Aggregator> AGGREGATE = Key.optional(
            "aggregate",
            Choice.of(Aggregator.class, "汇总方式", "an aggregator"),
            "只用于 `hit: collect`：把各条结论合成一个数",
            "only with `hit: collect`: makes one number of all answers");

    public static final Key<Text> INPUT_TITLE = Key.<Text>optional("title", Bilingual.TITLE, "名称", "name")
            .otherwise("同名字段的名称", "the title of the field of that name");
    public static final Key<Scalar> VALUE = Key.<Scalar>optional(
                    "value", Values.expression("表达式", "an expression"), "由所判记录算出的值", "its value, computed from the record judged")
            .otherwise("同名字段", "the field of that name");
    public static final Key<Boolean> OPTIONAL = Key.optional(
            "optional",
            Values.FLAG,
            "可以为空；否则为空时不能判定，办件停在那一步并说明缺什么",
            "may be empty; otherwise a case that lacks it is not decided, and says so");
    public static final Key<Map<Scalar, Listed<View>>> INPUTS = Key.required(
            "inputs",
            MapOf.declared("条件标识", "input id", Form.of("条件", "an input", INPUT_TITLE, VALUE, OPTIONAL)),
            "看什么：每个条件是所判记录的一个字段或算式",
            "what rules look at: each a field of the record judged or computed from it");

    public static final Key<Map<Scalar, Listed<View>>> OUTPUTS = Key.required(
            "outputs",
            MapOf.declared("结论标识", "output id", FieldForms.OUTPUT),
            "答什么；枚举值的先后是 `priority` 和 `output_order` 的次序",
            "what rules answer; the order of an enumeration's values is that of `priority` and `output_order`");

    public static final Key<Map<Scalar, Listed<Scalar>>> WHEN = Key.optional(
            "when",
            MapOf.named("条件标识", "input id", Values.expression("条件表达式", "a condition")),
            "条件 → 对它的要求，只与常数比较，如 `ratio >= 1`；不写的条件不限",
            "input → what it must satisfy, compared with constants only, as in `ratio >= 1`; an input that is absent may be anything");
    public static final Key<Map<Scalar, Listed<Scalar>>> THEN = Key.optional(
            "then", MapOf.named("结论标识", "output id", Values.ANYTHING), "结论 → 值", "output → answer");
    public static final Key<Text> BECAUSE =
            Key.optional("because", Bilingual.PROSE, "理由，随结论显示在办件上", "why, shown on the case beside the answer");
    public static final Key<List<Listed<View>>> RULES = Key.required(
            "rules", ListOf.some(Form.of("规则", "a rule", WHEN, THEN, BECAUSE)), "规则，依次编号", "the rules, numbered as written");
    public static final Key<Map<Scalar, Listed<Scalar>>> OTHERWISE = Key.optional(
            "otherwise",
            MapOf.named("结论标识", "output id", Values.ANYTHING),
            "没有规则命中时的结论；写了它，表就没有遗漏",
            "the answers where no rule hits; with them a table has no gaps");

    public static final Form FORM = Form.of(
            "判定表", "a decision table", TITLE, ABOUT, CONTENT, HIT, AGGREGATE, INPUTS, OUTPUTS, RULES, OTHERWISE, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "decision",
            new Text("判定表", "Decision table"),
            new Text(
                    "按几个条件得出结论的规则表。编译时逐一证明：`unique` 的规则不重叠，只答一次的表没有遗漏；有则举例。"
                            + "流程图中的业务规则任务用它，结论和命中的规则留在办件上。",
                    "Rules that answer by a few inputs. Compiling proves that the rules of a `unique` table never overlap and that a"
                            + " table which answers once leaves nothing out, or gives an example. A business rule task of a process"
                            + " applies it; the answer stays with the case, with the rules that hit."),
            "decisions/*.yaml",
            FORM,
            """
            title: { zh: 办理时限, en: Time limit }
            about: { zh: 按事项类别和面积确定, en: By kind and area }
            content: request
            hit: unique
            inputs:
              kind: {}
              area: { title: { zh: 面积, en: Area }, value: request.area }
            outputs:
              days: { type: integer, unit: 天, title: { zh: 天数, en: Days }, into: days }
            rules:
              - when: { kind: "kind == 'site'", area: area < 100 }
                then: { days: 5 }
                because: { zh: 小面积用地, en: A small site }
              - when: { kind: "kind == 'site'", area: area >= 100 }
                then: { days: 20 }
            otherwise: { days: 10 }
            """,
            false);

    private DecisionForm() {}
}
