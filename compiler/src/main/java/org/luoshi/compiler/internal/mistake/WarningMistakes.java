package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP16: observed properties and warning rules.
public final class WarningMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake NOT_A_QUANTITY = SHELF.error(
                    1601, "`{word}` 不是带单位的数", "`{word}` is not a number with a unit")
            .help("数和单位之间空一格，例如 `0.2 MPa`", "write number, space, unit, such as `0.2 MPa`")
            .end();
    public static final Mistake UNKNOWN_PROPERTY = SHELF.error(
                    1602, "没有观测属性 `{name}`", "unknown observed property `{name}`")
            .note("`{pack}` 里有 {members}", "`{pack}` declares {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake UNIT_DOES_NOT_FIT = SHELF.error(
                    1603, "`{limit}` 的单位与 `{unit}` 不是同一种量", "the unit of `{limit}` does not measure what `{unit}` does")
            .other("单位在这里声明", "the unit is declared here")
            .help("写成以 `{unit}` 计的数", "write it in `{unit}`")
            .end();
    public static final Mistake NOT_A_TIME = SHELF.error(
                    1604, "`{word}` 不是一段时间", "`{word}` is not a length of time")
            .help("例如 `30 s`、`5 min`、`2 h`", "for example `30 s`, `5 min`, `2 h`")
            .end();
    public static final Mistake LEAST_NOT_BELOW_MOST = SHELF.error(
                    1605, "最小值 `{least}` 不小于最大值 `{most}`", "the least, `{least}`, is not below the most, `{most}`")
            .other("最大值在这里", "the most is here")
            .end();
    public static final Mistake NO_LEVEL = SHELF.error(1606, "没有一个级别", "there is no level")
            .help("写 `red`、`orange`、`yellow`、`blue` 中的一个或几个", "give one or more of `red`, `orange`, `yellow`, `blue`")
            .end();
    public static final Mistake CLEARS_BEFORE_RAISING = SHELF.error(
                    1607, "解除的限值 `{clear}` 不在发出的限值 `{raise}` 的安全一侧", "the limit that clears, `{clear}`, is not on the safe side of the one that raises, `{raise}`")
            .other("发出的限值在这里", "the limit that raises is here")
            .help("两个限值之间留出回差，读数在限值上下跳动时才不会反复发出", "leave a gap between the two, so that readings about the limit do not raise again and again")
            .end();
    public static final Mistake LEVELS_OUT_OF_ORDER = SHELF.error(
                    1608,
                    "`{graver}` 比 `{lighter}` 严重，却先发出：`{raise}`",
                    "`{graver}` is graver than `{lighter}` and yet raises earlier, at `{raise}`")
            .other("较轻的一级在这里", "the lighter level is here")
            .end();
    public static final Mistake NEEDS = SHELF.error(1609, "`{measure}` 缺少 `{key}`", "`{measure}` needs `{key}`")
            .end();
    public static final Mistake SAYS_NOTHING = SHELF.error(
                    1610, "`{key}` 与 `{measure}` 无关", "`{key}` says nothing for `{measure}`")
            .help("去掉它，或换一种 `measure`", "take it out, or choose another `measure`")
            .end();
    public static final Mistake ONE_PROPERTY = SHELF.error(
                    1611, "`{measure}` 只看一个观测属性，这里有 {count} 个", "`{measure}` watches one property; here are {count}")
            .help("几个读数合起来判断，用 `together`", "to judge several readings together, use `together`")
            .end();
    public static final Mistake NEVER_REACHED = SHELF.error(
                    1612, "限值 `{limit}` 永远到不了", "the limit `{limit}` can never be reached")
            .other("传感器能报的范围在这里", "what the sensor can report is here")
            .end();
    public static final Mistake GRAVER_AND_SLOWER = SHELF.advice(
                    1613,
                    "`{graver}` 比 `{lighter}` 严重，确认时间却更长",
                    "`{graver}` is graver than `{lighter}` and yet may be confirmed later")
            .other("较轻的一级在这里", "the lighter level is here")
            .end();
    public static final Mistake SAME_NAME = SHELF.error(
                    1614, "两个观测属性都叫 `{name}`，条件里分不清", "two observed properties are named `{name}`; a condition cannot tell them apart")
            .end();

    private WarningMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
