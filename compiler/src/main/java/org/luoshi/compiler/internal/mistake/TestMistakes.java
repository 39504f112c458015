package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP06: samples and pack tests.
public final class TestMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake ONE_RULE = SHELF.error(
                    601, "取值规则须恰好一种，这里有 {count} 种", "a value needs exactly one rule, this one has {count}")
            .note("规则：{members}", "rules: {members}")
            .end();
    public static final Mistake REQUIRED_NOT_SAMPLED = SHELF.error(
                    602, "必填字段 `{field}` 在第一步之前没有值", "the required field `{field}` has no value at the first step")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake NOT_TWO = SHELF.error(
                    603,
                    "这里要两个数：`[最小, 最大]`，写了 {count} 个",
                    "two numbers are needed here, `[least, most]`; there are {count}")
            .end();
    public static final Mistake ENDS_BEFORE = SHELF.error(604, "{to} 早于 {from}", "{to} is before {from}")
            .other("起日在这里", "it begins here")
            .end();
    public static final Mistake WRONG_VALUE = SHELF.error(
                    605,
                    "`{word}` 不能作字段 `{field}` 的值：应为{expected}",
                    "`{word}` does not fit the field `{field}`: expected {expected}")
            .note("可选：{members}", "choose from {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake NO_SUCH_STEP = SHELF.error(
                    606, "没有第 {step} 步：样例有 {count} 步", "there is no step {step}: the sample has {count}")
            .end();
    public static final Mistake NO_ROWS = SHELF.error(607, "`rows` 没有说造多少条", "`rows` does not say how many records")
            .help(
                    "写 `per`、`least` 和 `most`，或 `count`，或 `each: milestone`",
                    "write `per`, `least` and `most`, or `count`, or `each: milestone`")
            .end();
    public static final Mistake RULE_UNFIT = SHELF.error(
                    608,
                    "规则 `{rule}` 不能给类型为 `{type}` 的字段 `{field}` 取值",
                    "the rule `{rule}` cannot make values for field `{field}` of type `{type}`")
            .other("字段在这里", "the field is here")
            .end();

    public static final Mistake PERIOD_KIND = SHELF.error(
                    611,
                    "`{indicator}` 按{theirs}算，`{period}` 是{ours}",
                    "`{indicator}` is computed per {theirs}, `{period}` is a {ours}")
            .other("在这里声明", "declared here")
            .end();
    public static final Mistake UNIT_KIND = SHELF.error(
                    612,
                    "`{indicator}` 不算到单位 `{unit}`（{kind}）",
                    "`{indicator}` is not computed for the unit `{unit}` (a {kind})")
            .other("在这里声明", "declared here")
            .end();
    public static final Mistake EXPECTATION_INCOMPLETE = SHELF.error(
                    613, "期望不完整：缺少 {members}", "the expectation is incomplete: {members} missing")
            .end();
    public static final Mistake TWO_EXPECTATIONS = SHELF.error(
                    614, "一条期望要么是数，要么是 `refused`", "an expectation is a figure or `refused`, not both")
            .end();
    public static final Mistake NO_KNOWN_ON = SHELF.error(
                    615, "记录缺少 `known_on`：不知道它何时为人所知", "the record lacks `known_on`, the day it became known")
            .end();
    public static final Mistake REQUIRED_NOT_GIVEN = SHELF.error(
                    616, "记录缺少必填字段 {members}", "the record lacks required fields: {members}")
            .end();
    public static final Mistake KNOWN_TOO_LATE = SHELF.advice(
                    617, "到 {as_of} 还没有一条记录为人所知", "by {as_of} not a single record is known")
            .end();

    public static final Mistake NO_SUCH_PROCESS = SHELF.error(
                    621, "没有流程 `{name}`", "there is no process `{name}`")
            .note("可选：{members}", "choose from {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake NO_SUCH_CASE_STEP = SHELF.error(
                    622, "流程 `{process}` 没有环节 `{name}`", "the process `{process}` has no step `{name}`")
            .note("可选：{members}", "choose from {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake NO_SUCH_CASE_ACTION = SHELF.error(
                    623, "环节 `{step}` 没有人能做的动作 `{name}`", "the step `{step}` has no action `{name}` that a person does")
            .note("可选：{members}", "choose from {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();

    private TestMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
