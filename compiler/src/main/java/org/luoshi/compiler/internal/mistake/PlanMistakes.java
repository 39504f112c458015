package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP08: the plan and study classes.
public final class PlanMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake NO_PLAN = SHELF.error(
                    801, "有着力点或条文，却没有 `plan/plan.yaml`", "there are focuses or clauses but no `plan/plan.yaml`")
            .end();
    public static final Mistake UNKNOWN_CLAUSE = SHELF.error(802, "没有条文 `{clause}`", "there is no clause `{clause}`")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake DUPLICATE_CLAUSE = SHELF.error(
                    803, "条文标识 `{id}` 用了两次", "the clause id `{id}` is used twice")
            .other("第一次在这里", "first here")
            .end();
    public static final Mistake UNKNOWN_COMMITMENT = SHELF.error(804, "没有任务 `{id}`", "there is no commitment `{id}`")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake DUPLICATE_COMMITMENT = SHELF.error(
                    805, "任务标识 `{id}` 用了两次", "the commitment id `{id}` is used twice")
            .note("任务标识在整个计划里不重复", "an id names one commitment of the whole plan")
            .other("第一次在这里", "first here")
            .end();
    public static final Mistake COMMITMENT_CYCLE = SHELF.error(
                    806, "任务互相等待成环：{circle}", "commitments wait for each other in a circle: {circle}")
            .other("环的另一段", "another part of the circle")
            .end();
    public static final Mistake MILESTONE_LATE = SHELF.error(
                    807,
                    "节点 `{milestone}` 的期限 {due} 晚于任务的期限 {deadline}",
                    "milestone `{milestone}` is due {due}, after its commitment's deadline {deadline}")
            .other("任务的期限在这里", "the commitment's deadline is here")
            .end();
    public static final Mistake MILESTONE_EARLY = SHELF.error(
                    808,
                    "节点 `{milestone}` 的期限 {due} 早于任务开始的 {start}",
                    "milestone `{milestone}` is due {due}, before its commitment begins on {start}")
            .other("任务的起日在这里", "the commitment begins here")
            .end();
    public static final Mistake TARGET_AGAINST_DIRECTION = SHELF.error(
                    809,
                    "目标 {target} 与方向相反：基数 {baseline}，而 `{indicator}` {direction}",
                    "target {target} goes against the direction: the baseline is {baseline}, and for `{indicator}`"
                            + " {direction}")
            .label("目标", "the target")
            .other("基数在这里", "the baseline is here")
            .end();
    public static final Mistake PATH_ORDER = SHELF.error(
                    810, "路径点 {by} 不晚于前一点 {before}", "the path point {by} is not after the one before it, {before}")
            .other("前一点在这里", "the one before is here")
            .end();
    public static final Mistake PATH_OUTSIDE = SHELF.error(
                    811,
                    "路径点 {by} 不在任务期间 {from} 至 {to} 之内",
                    "the path point {by} is outside the commitment's period, {from} to {to}")
            .other("期间在这里", "the period is here")
            .end();
    public static final Mistake PATH_BACKWARDS = SHELF.error(
                    812,
                    "路径从 {before} 到 {value} 走了回头路：`{indicator}` {direction}",
                    "the path goes back from {before} to {value}: for `{indicator}` {direction}")
            .other("前一个值在这里", "the value before is here")
            .end();
    public static final Mistake BASELINE_LATE = SHELF.error(
                    813,
                    "基数的日期 {on} 不早于任务的期限 {deadline}",
                    "the baseline's day {on} is not before the commitment's deadline {deadline}")
            .other("期限在这里", "the deadline is here")
            .end();
    public static final Mistake UNCOVERED = SHELF.advice(
                    814, "条文 `{clause}` 没有任务落实", "no commitment covers clause `{clause}`")
            .note("第 {paragraph} 段第 {sentence} 句", "paragraph {paragraph}, sentence {sentence}")
            .help(
                    "在一个任务的 `clauses` 里写上 `{clause}`，或写 `needs: none` 和理由",
                    "name `{clause}` in a commitment's `clauses`, or write `needs: none` and why")
            .end();
    public static final Mistake NO_REASON = SHELF.error(
                    815, "条文 `{clause}` 不要任务，却没有说为什么", "clause `{clause}` needs no commitment but does not say why")
            .help("写上 `because`", "add `because`")
            .end();
    public static final Mistake FIGURE_UNIT_KIND = SHELF.error(
                    816,
                    "`{indicator}` 不算到单位 `{unit}`（{kind}）",
                    "`{indicator}` is not computed for the unit `{unit}` (a {kind})")
            .other("指标在这里声明", "the indicator is declared here")
            .end();
    public static final Mistake LEAD_ASSISTS = SHELF.error(817, "`{unit}` 既牵头又配合", "`{unit}` both leads and assists")
            .other("牵头在这里", "it leads here")
            .end();
    public static final Mistake OUTSIDE_PLAN = SHELF.error(
                    818,
                    "{from} 至 {to} 超出了计划的期间 {plan_from} 至 {plan_to}",
                    "{from} to {to} goes beyond the plan's period, {plan_from} to {plan_to}")
            .other("计划的期间在这里", "the plan's period is here")
            .end();
    public static final Mistake NOTHING_TO_JUDGE = SHELF.advice(
                    819,
                    "任务 `{id}` 既没有数也没有节点，状态永远是未知",
                    "commitment `{id}` has neither a figure nor a milestone: its status will always be unknown")
            .help("加上 `milestones`", "add `milestones`")
            .end();
    public static final Mistake EVIDENCE_FIELD = SHELF.error(
                    820,
                    "`{role}` 须是类型为 {types} 的字段，`{field}` 的类型是 `{type}`",
                    "`{role}` must be a field of type {types}; `{field}` is of type `{type}`")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake NUMBER_WITHOUT_FIGURE = SHELF.advice(
                    821,
                    "条文 `{clause}` 给了数字，落实它的任务却没有 `figure`",
                    "clause `{clause}` gives a number, but no commitment that covers it has a `figure`")
            .end();
    public static final Mistake WAITS_FOR_LATER = SHELF.advice(
                    822,
                    "`{id}` 到 {deadline} 为止，所等的 `{other}` 到 {later} 才完",
                    "`{id}` ends {deadline}, but waits for `{other}`, which ends {later}")
            .other("所等的任务在这里", "the one it waits for is here")
            .end();
    public static final Mistake DUPLICATE_MEASURE = SHELF.error(
                    823, "举措标识 `{id}` 用了两次", "the measure id `{id}` is used twice")
            .other("第一次在这里", "first here")
            .end();
    public static final Mistake DUPLICATE_MILESTONE = SHELF.error(
                    824, "节点标识 `{id}` 在这个任务里用了两次", "the milestone id `{id}` is used twice in this commitment")
            .other("第一次在这里", "first here")
            .end();
    public static final Mistake BINARY_TARGET = SHELF.error(
                    825,
                    "`{indicator}` 只有 0 和 1，目标不能是 {target}",
                    "`{indicator}` is only 0 or 1, so the target cannot be {target}")
            .end();
    public static final Mistake PERIOD_BACKWARDS = SHELF.error(
                    826, "期间的止日 {to} 早于起日 {from}", "the period ends {to}, before it begins on {from}")
            .other("起日在这里", "it begins here")
            .end();
    public static final Mistake WAITS_FOR_ITSELF = SHELF.error(
                    827, "任务 `{id}` 等待自己", "commitment `{id}` waits for itself")
            .end();
    public static final Mistake UNKNOWN_VERDICT = SHELF.error(
                    828, "`{word}` 不是字段 `{field}` 的取值", "`{word}` is not a value of the field `{field}`")
            .note("可选：{members}", "choose from {members}")
            .end();
    public static final Mistake ORDER_TWICE = SHELF.error(
                    829, "两个着力点都排在第 {order}", "two focuses have the place {order}")
            .other("另一个在这里", "the other one is here")
            .end();
    public static final Mistake CLAUSE_NEEDS_NONE = SHELF.advice(
                    830,
                    "条文 `{clause}` 写明不要任务，却有任务落实它",
                    "clause `{clause}` is said to need no commitment, yet one covers it")
            .other("条文在这里", "the clause is here")
            .end();

    public static final Mistake SESSION_OUTSIDE = SHELF.error(
                    831, "{day} 不在读书班的 {from} 至 {to} 之内", "{day} is outside the study class, {from} to {to}")
            .other("读书班的日期在这里", "the class's days are here")
            .end();
    public static final Mistake UNKNOWN_SESSION = SHELF.error(
                    832, "没有安排 `{session}`", "there is no session `{session}`")
            .note("各次安排：{members}", "sessions: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake DUPLICATE_IN_CLASS = SHELF.error(
                    833, "标识 `{id}` 在这里用了两次", "the id `{id}` is used twice here")
            .other("第一次在这里", "first here")
            .end();
    public static final Mistake STATEMENT_WITHOUT_COMMITMENT = SHELF.advice(
                    834, "发言 `{id}` 说到条文，却没有形成任务", "statement `{id}` speaks to clauses, but no commitment came of it")
            .end();

    private PlanMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
