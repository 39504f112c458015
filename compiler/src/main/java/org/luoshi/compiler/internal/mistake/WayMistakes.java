package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP14: what cases can come to on their ways through a process.
public final class WayMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake CLOCK_NEVER_STOPPED = SHELF.error(
                    1400,
                    "计时 `{clock}` 自 `{start}` 起算，办件到 `{end}` 结束时还没有止算",
                    "the clock `{clock}`, started by `{start}`, is not stopped when a case ends at `{end}`")
            .note("走法：{way}", "the way there: {way}")
            .help("在 `stops` 里加 `end.{end}`，或在此之前止算它的动作", "add `end.{end}` to its `stops`, or the action that should stop it before")
            .other("办件在这里结束", "the case ends here")
            .end();
    public static final Mistake CLOCK_HELD_UP = SHELF.error(
                    1401,
                    "计时 `{clock}` 中止着，`{event}` 却要止算它：那时办不下去",
                    "the clock `{clock}` is suspended when `{event}` is to stop it, and that is refused")
            .note("走法：{way}", "the way there: {way}")
            .help("在 `resumes` 里写使它恢复的事件", "name under `resumes` what lets it run on before")
            .end();
    public static final Mistake NOBODY_CAN = SHELF.error(
                    1402,
                    "办件到环节 `{step}` 时，它的动作一个也不能做，办件停在那里",
                    "a case can come to the step `{step}` where none of its actions can be done, and stays there")
            .note("走法：{way}", "the way there: {way}")
            .note(
                    "只许一次的动作用过不能再用，`automatic` 的动作要等在走的计时届满",
                    "an action allowed once is used up; an `automatic` one needs a running clock that runs out")
            .help("给这个环节一个人能做的动作，或改变来路", "give the step an action that somebody can do, or change the way to it")
            .other("它的动作", "its actions")
            .end();
    public static final Mistake UNIT_NEVER_ASKED = SHELF.error(
                    1403,
                    "环节 `{step}` 由 `{field}` 所指单位的 `{role}` 办，而办件到这里时没有表单收过 `{field}`",
                    "the step `{step}` falls to the `{role}` of the unit in `{field}`, which no form has asked for when a case comes here")
            .note("走法：{way}", "the way there: {way}")
            .help("在来路上某个环节的 `form` 里收它", "ask for it in the `form` of a step on the way")
            .other("单位写在这个字段", "the unit is in this field")
            .end();
    public static final Mistake RECUSED_ALWAYS = SHELF.error(
                    1404,
                    "环节 `{step}` 无人能办：申请人办过 `{before}`，按此须回避，而申请人只有一个",
                    "nobody can do the step `{step}`: the applicant did `{before}`, is barred by this, and there is but one")
            .other("这个环节", "this step")
            .end();
    public static final Mistake NO_UNIT_OF_KIND = SHELF.error(
                    1405,
                    "角色 `{role}` 无人能担任：城市没有 {kinds} 类的单位",
                    "nobody can play the role `{role}`: the city has no unit of the kind {kinds}")
            .other("字段只收这类单位", "the field takes units of this kind only")
            .end();
    public static final Mistake CIRCLE_WITHOUT_STEP = SHELF.error(
                    1406,
                    "从 `{id}` 可以不经任何环节绕回自己，办件会一直转下去",
                    "from `{id}` the drawing leads back to it with no step between, and a case would go round without end")
            .help("在圈里画一个用户任务，或去掉回去的顺序流", "draw a user task into the circle, or take out the flow that leads back")
            .end();
    public static final Mistake FLOW_NEVER_TAKEN = SHELF.error(
                    1407,
                    "顺序流 `{id}` 永远不会走，经它到不了 `{to}`",
                    "the flow `{id}` is never taken, so no case comes to `{to}` by it")
            .note("到网关 `{gateway}` 的动作：{before}", "actions that lead to the gateway `{gateway}`: {before}")
            .end();

    public static final Mistake TERMS_GAP = SHELF.error(
                    1408,
                    "自 {to} 至 {from} 之间没有规则，这些天不能起算",
                    "from {to} until {from} no terms are in force, so nothing can start on those days")
            .other("前一段在这里终止", "the terms before end here")
            .end();

    public static final Mistake STARTS_AGAIN = SHELF.error(
                    1409,
                    "计时 `{clock}` 止算后，`{start}` 还会再次发生，没有说明那时是否再计时",
                    "`{start}` can happen again after the clock `{clock}` has ended, and whether it then runs again is not said")
            .note("走法：{way}", "the way there: {way}")
            .help("写 `again: true`（每次另计）或 `again: false`（不再计时）", "write `again: true` (each run counts by itself) or `again: false` (it does not run again)")
            .end();

    private WayMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
