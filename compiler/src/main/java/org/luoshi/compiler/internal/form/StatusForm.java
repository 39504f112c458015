package org.luoshi.compiler.internal.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule.Colour;
import org.luoshi.pack.StatusRule.Status;

/// `statuses/ID.yaml`.
public final class StatusForm {

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<String> APPLIES_TO = Key.required(
            "applies_to", Choice.of("可判定状态之物", "a thing with a status", "commitments"), "用于什么", "what it judges");

    public static final Key<Status> LEVEL =
            Key.required("level", Choice.of(Status.class, "状态", "a status"), "状态", "the status");
    public static final Key<Scalar> WHEN = Key.required(
            "when",
            Values.expression("条件表达式", "a condition"),
            "条件，可用 done、has_data、started、overdue、ratio、gap、chance、days_left、stale_days",
            "its condition over done, has_data, started, overdue, ratio, gap, chance, days_left, stale_days");
    public static final Key<Colour> COLOUR =
            Key.required("colour", Choice.of(Colour.class, "颜色", "a colour"), "显示的颜色", "colour shown");
    public static final Key<Text> LEVEL_TITLE = Key.required("title", Bilingual.TITLE, "状态的名称", "name of the status");
    public static final Key<Text> REASON = Key.required(
            "reason",
            Bilingual.PROSE,
            "一句话的理由，可用 {ratio}、{gap} 等空位",
            "the reason in one sentence, with slots such as {ratio} and {gap}");
    public static final Key<List<Listed<View>>> LEVELS = Key.required(
            "levels",
            ListOf.some(Form.of("状态规则的一级", "a level of a status rule", LEVEL, WHEN, COLOUR, LEVEL_TITLE, REASON)),
            "依次判断，先满足者为准；最后一级的条件须为 `true`",
            "tried in order, the first that holds wins; the last condition must be `true`");
    public static final Key<Map<Scalar, Listed<Integer>>> STALE_AFTER = Key.optional(
            "stale_after",
            MapOf.named("统计期", "period kind", Numbers.small(0, 3660)),
            "统计期结束多少天后数据算陈旧",
            "days after a period's end from which its figure counts as stale");

    public static final Map<String, PeriodKind> PERIODS =
            Stream.of(PeriodKind.values()).collect(Collectors.toUnmodifiableMap(PeriodKind::id, k -> k));

    public static final Form FORM =
            Form.of("状态规则", "a status rule", TITLE, APPLIES_TO, LEVELS, STALE_AFTER, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "status",
            new Text("状态规则", "Status rule"),
            new Text(
                    "任务的路径和事实怎样变成状态。颜色因地而异，所以写在包里。没有数据的任务是未知，不是正常。",
                    "How a commitment's path and facts become a status. Colours are local, so the pack declares them."
                            + " A commitment without data is unknown, not on its path."),
            "statuses/*.yaml",
            FORM,
            """
            title: { zh: 任务状态规则, en: Commitment status rule }
            applies_to: commitments
            levels:
              - level: done
                when: done
                colour: green
                title: { zh: 完成, en: Done }
                reason: { zh: 已达目标, en: The target is reached }
              - level: unknown
                when: "!has_data"
                colour: grey
                title: { zh: 未知, en: Unknown }
                reason: { zh: 没有数据, en: There are no data }
              - level: behind
                when: overdue || ratio < 0.7
                colour: red
                title: { zh: 严重滞后, en: Behind }
                reason: { zh: "进度为应有的 {ratio}", en: "Progress is {ratio} of what it should be" }
              - level: on_path
                when: "true"
                colour: blue
                title: { zh: 正常, en: On path }
                reason: { zh: "进度为应有的 {ratio}", en: "Progress is {ratio} of what it should be" }
            stale_after: { month: 45 }
            """,
            false);

    private StatusForm() {}
}
