package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP04: indicators and status rules. LP05: dashboards and briefings.
public final class IndicatorMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake UNKNOWN_INDICATOR = SHELF.error(401, "没有指标 `{name}`", "there is no indicator `{name}`")
            .note("包 `{pack}` 的指标：{members}", "indicators of pack `{pack}`: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake NO_FORMULA = SHELF.error(402, "指标没有公式", "the indicator has no formula")
            .help("写 `value`，或写 `numerator` 和 `denominator`", "write `value`, or `numerator` and `denominator`")
            .end();
    public static final Mistake TWO_FORMULAS = SHELF.error(
                    403, "既有 `value` 又有 `{other}`", "there are both `value` and `{other}`")
            .other("另一个在这里", "the other one is here")
            .help(
                    "比率用 `numerator` 和 `denominator`，其余用 `value`",
                    "use `numerator` and `denominator` for a rate, `value` for all else")
            .end();
    public static final Mistake HALF_RATE = SHELF.error(
                    404, "有 `{present}` 却没有 `{absent}`", "there is `{present}` but no `{absent}`")
            .end();
    public static final Mistake PERIOD_COUNT = SHELF.error(
                    405, "`per` 里要恰好一种统计期，现有 {count} 种", "`per` needs exactly one kind of period, it has {count}")
            .note("统计期：{members}", "kinds of period: {members}")
            .end();
    public static final Mistake NO_UNIT_KIND = SHELF.error(406, "`per` 里没有单位类别", "`per` names no kind of unit")
            .note("单位类别：{members}", "kinds of unit: {members}")
            .end();
    public static final Mistake NO_RANGE = SHELF.error(
                    407, "`direction: range` 缺少 `range`", "`direction: range` lacks its `range`")
            .help("加上 `range: { from: …, to: … }`", "add `range: { from: …, to: … }`")
            .end();
    public static final Mistake RANGE_UNUSED = SHELF.error(
                    408, "`range` 只用于 `direction: range`", "`range` goes only with `direction: range`")
            .other("方向在这里", "the direction is here")
            .end();
    public static final Mistake INDICATOR_CYCLE = SHELF.error(
                    409, "指标互相推算成环：{circle}", "indicators are computed from each other in a circle: {circle}")
            .other("环的另一段", "another part of the circle")
            .end();
    public static final Mistake NO_DATE = SHELF.error(
                    411,
                    "没有 `date`：不知道 `{entity}` 的记录归哪一期",
                    "no `date`: it is unknown in which period a record of `{entity}` counts")
            .note("日期字段：{members}", "date fields: {members}")
            .end();
    public static final Mistake DATE_IS_NO_DATE = SHELF.error(
                    412, "`{field}` 的类型是 `{type}`，不是日期", "`{field}` is of type `{type}`, which is no date")
            .note("日期字段：{members}", "date fields: {members}")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake UNTIL_UNUSED = SHELF.error(
                    413, "`until` 只用于 `accumulate: standing`", "`until` goes only with `accumulate: standing`")
            .end();
    public static final Mistake NO_UNTIL = SHELF.error(
                    414, "`accumulate: standing` 缺少 `until`", "`accumulate: standing` lacks `until`")
            .note("`until` 是记录不再计入的日期字段", "`until` is the field with the day from which a record no longer counts")
            .end();
    public static final Mistake NO_UNIT_FIELD = SHELF.error(
                    415,
                    "登记表 `{entity}` 没有 `unit`，不知道记录属于谁",
                    "entity `{entity}` has no `unit`, so it is unknown whose its records are")
            .other("登记表在这里", "the entity is here")
            .help("写 `unit_field`，或给登记表写 `unit`", "write `unit_field`, or give the entity a `unit`")
            .end();
    public static final Mistake FACT_KEY_ON_DERIVED = SHELF.error(
                    416,
                    "推算的指标不用 `{key}`：它跟随所用的指标",
                    "a derived indicator has no `{key}`: it follows the indicators it uses")
            .end();
    public static final Mistake ENTITY_NOT_USED = SHELF.error(
                    418, "公式里没有用到 `{entity}`", "the formula does not use `{entity}`")
            .end();
    public static final Mistake INPUT_OTHER_PERIOD = SHELF.error(
                    419,
                    "`{input}` 按{theirs}算，本指标按{ours}算",
                    "`{input}` is computed per {theirs}, this indicator per {ours}")
            .other("在这里声明", "declared here")
            .end();
    public static final Mistake CONSTANT_FORMULA = SHELF.error(
                    420,
                    "公式里没有登记表也没有指标，总得同一个数",
                    "the formula uses neither a register nor an indicator: it always gives the same figure")
            .end();
    public static final Mistake INPUT_OTHER_KIND = SHELF.error(
                    421, "`{input}` 没有算到{kind}一级", "`{input}` is not computed for the kind `{kind}`")
            .other("在这里声明", "declared here")
            .end();
    public static final Mistake INPUT_OTHER_BASIS = SHELF.error(
                    422,
                    "`{input}` 用{theirs}，本指标用{ours}，两者不能合算",
                    "`{input}` is on the {theirs}, this indicator on the {ours}; the two are never mixed")
            .other("在这里声明", "declared here")
            .end();
    public static final Mistake WHICH_ENTITY = SHELF.error(
                    423,
                    "公式用到 {members} 几张登记表，`{key}` 须分别写明",
                    "the formula uses {members}, so `{key}` must name a field for each")
            .help("写成 `{key}: { 登记表: 字段, … }`", "write `{key}: { entity: field, … }`")
            .end();
    public static final Mistake RATE_NOT_PURE = SHELF.error(
                    424,
                    "分子除以分母得 {quotient}，不能用 `{unit}` 表示",
                    "numerator over denominator gives {quotient}, which cannot be told in `{unit}`")
            .end();

    public static final Mistake UNKNOWN_RULE = SHELF.error(451, "没有状态规则 `{name}`", "there is no status rule `{name}`")
            .note("包 `{pack}` 的状态规则：{members}", "status rules of pack `{pack}`: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake NO_LAST_LEVEL = SHELF.error(
                    452,
                    "最后一级的条件不是 `true`：有的任务会没有状态",
                    "the last level's condition is not `true`: some commitments would have no status")
            .help("在最后加一级 `when: \"true\"`", "add a last level with `when: \"true\"`")
            .end();
    public static final Mistake UNREACHABLE_LEVEL = SHELF.error(453, "这一级永远轮不到", "this level is never reached")
            .other("这一级的条件总是成立", "this level's condition always holds")
            .end();
    public static final Mistake UNKNOWN_SLOT = SHELF.error(
                    454, "理由里的 `{slot}` 没有东西可填", "nothing is known to fill `{slot}` in the reason")
            .note("可用：{members}", "known: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake UNKNOWN_PERIOD_KIND = SHELF.error(
                    455, "`{word}` 不是统计期", "`{word}` is not a kind of period")
            .note("统计期：{members}", "kinds of period: {members}")
            .end();
    public static final Mistake SLOTS_DIFFER = SHELF.error(
                    456,
                    "中英文理由用的数不同：只有一边有 {slots}",
                    "the two languages of the reason use different figures: only one has {slots}")
            .end();

    public static final Mistake TILE_KIND = SHELF.error(
                    501, "`{indicator}` 没有算到{kind}一级", "`{indicator}` is not computed for the kind `{kind}`")
            .note("它算到：{members}", "it is computed for {members}")
            .other("在这里声明", "declared here")
            .end();
    public static final Mistake TILE_NEEDS_PER = SHELF.error(
                    502, "`{tile}` 要比较单位，缺少 `per`", "a `{tile}` compares units and lacks `per`")
            .end();
    public static final Mistake TILE_TWICE = SHELF.advice(503, "这个图块与另一个相同", "this tile is the same as another")
            .other("另一个在这里", "the other one is here")
            .end();
    public static final Mistake LOOSE_FIGURE = SHELF.error(
                    511, "文字里有手填的数“{digits}”", "the text has a figure typed by hand: “{digits}”")
            .note("简报里的每个数都须由事实算出", "every figure of a briefing is computed from facts")
            .help(
                    "写成 `{{ value('…') }}` 等绑定；日期和文号写成 `{{ literal('{digits}') }}`",
                    "bind it with `{{ value('…') }}`; write dates and document numbers as `{{ literal('{digits}') }}`")
            .end();
    public static final Mistake OPEN_SLOT =
            SHELF.error(512, "`{{` 没有配对的 `}}`", "a `{{` without its `}}`").end();
    public static final Mistake SECTION_CONTENT = SHELF.error(
                    514,
                    "一节须有 `text`、`table`、`indicator` 之一，现有 {count} 个",
                    "a section has one of `text`, `table`, `indicator`; this one has {count}")
            .end();
    public static final Mistake BINDINGS_DIFFER = SHELF.error(
                    515,
                    "中英文绑定的数不同：只有一边有 {bindings}",
                    "the two languages bind different figures: only one has {bindings}")
            .end();
    public static final Mistake SECTION_KEY = SHELF.error(
                    516, "`{key}` 只用于 `{goes_with}` 的一节", "`{key}` goes only into a section with `{goes_with}`")
            .end();

    public static final Mistake UNKNOWN_BOUND = SHELF.error(
                    517, "绑定的指标 `{name}` 不存在", "the bound indicator `{name}` does not exist")
            .note(
                    "其他包的指标写成 `包.指标`，并须在 `depends` 里",
                    "an indicator of another pack is written `pack.indicator`, and the pack is among `depends`")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();

    private IndicatorMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
