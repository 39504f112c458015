package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP1410–1417: panels of experts who vote at a step.
public final class PanelMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake NOT_A_SHARE = SHELF.error(1410, "`{word}` 不是比例", "`{word}` is no share")
            .note("写成 `2/3`（不少于）或 `>1/2`（超过）", "write `2/3` for at least so many, or `>1/2` for more than so many")
            .end();
    public static final Mistake UNKNOWN_COUNT = SHELF.error(1411, "评审组不计 `{name}`", "a panel does not count `{name}`")
            .note("可选：{members}", "choose from {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake MEMBERS_APPLY = SHELF.error(
                    1412, "评审组的委员不能是申请人：`{role}`", "members of a panel cannot be applicants: `{role}`")
            .help("写一个有单位的角色，如 `account: expert`", "name a role with a unit, such as one with `account: expert`")
            .end();
    public static final Mistake ONE_CONVENER = SHELF.error(
                    1413,
                    "有评审组的环节 `{step}` 由一个角色召集，且不是委员 `{members}`",
                    "the step `{step}` has a panel: one role convenes it, and not its members `{members}`")
            .other("评审组在这里", "the panel is here")
            .end();
    public static final Mistake HALF_A_VERDICT = SHELF.error(
                    1414, "`passes` 和 `fails` 须同时写，或都不写", "`passes` and `fails` are written together, or neither is")
            .note("都不写的表决只是意见，不办完环节", "with neither the vote is advice and finishes nothing")
            .end();
    public static final Mistake NO_SUCH_ACTION = SHELF.error(
                    1415, "环节 `{step}` 没有动作 `{name}`", "the step `{step}` has no action `{name}`")
            .note("动作：{members}", "actions: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake COUNT_CANNOT = SHELF.error(
                    1416,
                    "`{action}` 由计票触发，不能要人写理由，或填计票不写的 `{field}`",
                    "only the count does `{action}`, so it cannot want a reason, or `{field}`, which the count does not write")
            .other("动作在这里", "the action is here")
            .end();
    public static final Mistake WRONG_FIELD = SHELF.error(
                    1417, "`{count}` 记入 `{field}`，它须是{want}", "`{count}` is kept in `{field}`, which must be {want}")
            .other("字段在这里", "the field is here")
            .end();

    private PanelMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
