package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP11: decision tables.
public final class DecisionMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake GAP = SHELF.error(1101, "没有规则管到：{witness}", "no rule covers {witness}")
            .help("加一条规则，或用 `otherwise` 写明此时的结论", "add a rule, or say with `otherwise` what is answered then")
            .end();
    public static final Mistake OVERLAP = SHELF.error(
                    1102, "规则 {first} 和规则 {second} 都管到：{witness}", "rule {first} and rule {second} both cover {witness}")
            .note("`hit: unique` 的表每次至多命中一条规则", "in a table with `hit: unique` at most one rule ever hits")
            .help("把条件改得互不重叠，或改用 `first`、`priority`", "make their conditions exclude each other, or use `first` or `priority`")
            .other("另一条规则在这里", "the other rule is here")
            .end();
    public static final Mistake DIFFERENT_ANSWERS = SHELF.error(
                    1103,
                    "规则 {first} 和规则 {second} 都管到 {witness}，结论却不同",
                    "rule {first} and rule {second} both cover {witness}, and answer differently")
            .note("`hit: any` 的规则可以同时命中，但结论须相同", "rules of a table with `hit: any` may hit together, but must answer alike")
            .other("另一条规则在这里", "the other rule is here")
            .end();
    public static final Mistake NEVER_HITS = SHELF.error(
                    1104, "规则 {rule} 的条件不可能同时满足", "nothing can satisfy the conditions of rule {rule}")
            .end();
    public static final Mistake SHADOWED = SHELF.error(
                    1105, "规则 {rule} 永远轮不到：前面的规则已管到它的全部情形", "rule {rule} never comes to a turn: the rules before it cover all that it covers")
            .help("把它移到前面，或删去", "move it up, or delete it")
            .end();
    public static final Mistake TOO_RICH = SHELF.error(
                    1106, "单元格里只能把 `{input}` 与常数比较", "a cell can only compare `{input}` with constants")
            .note("这样才能证明规则有无遗漏和重叠", "only so can it be proved that rules leave nothing out and do not overlap")
            .help("要计算的写到条件的 `value` 里", "what has to be computed belongs into the `value` of the input")
            .end();
    public static final Mistake NO_ORDER = SHELF.error(
                    1107, "`hit: {hit}` 要按结论的先后取舍，却没有枚举型的结论", "`hit: {hit}` goes by the order of answers, but no output is an enumeration")
            .end();
    public static final Mistake NOT_ONE_NUMBER = SHELF.error(
                    1108, "`aggregate: {aggregate}` 须恰好一个结论，类型为{types}", "`aggregate: {aggregate}` needs exactly one output, of type {types}")
            .end();
    public static final Mistake IDLE_AGGREGATE = SHELF.error(
                    1109, "`aggregate` 只用于 `hit: collect`", "`aggregate` goes only with `hit: collect`")
            .other("命中方式在这里", "the hit policy is here")
            .end();
    public static final Mistake UNKNOWN_INPUT = SHELF.error(1110, "没有条件 `{name}`", "there is no input `{name}`")
            .note("条件：{members}", "inputs: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .other("条件写在这里", "the inputs are here")
            .end();
    public static final Mistake UNKNOWN_OUTPUT = SHELF.error(1111, "没有结论 `{name}`", "there is no output `{name}`")
            .note("结论：{members}", "outputs: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .other("结论写在这里", "the outputs are here")
            .end();
    public static final Mistake NO_ANSWER = SHELF.error(
                    1112, "没有写结论 `{output}` 的值", "the answer of `{output}` is missing")
            .other("结论在这里", "the output is here")
            .end();
    public static final Mistake INTO_OTHER_TYPE = SHELF.error(
                    1113, "结论 `{output}` 的值不都能写入字段 `{field}`", "not every answer of `{output}` can be written to the field `{field}`")
            .note("两者须同型同单位；字段的枚举须含结论的全部取值", "both must be of one type and unit; a field's enumeration must have all values of the output")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake INTO_OF_MANY = SHELF.error(
                    1114, "这张表可得几个结论，不能写入一个字段", "this table can give several answers, which cannot be written to one field")
            .other("命中方式在这里", "the hit policy is here")
            .end();
    public static final Mistake INPUT_TYPE = SHELF.error(
                    1115, "条件 `{input}` 是{type}，不能据以判定", "the input `{input}` is {type}, by which nothing can be decided")
            .note("可以是数、是否、枚举值、日期、文本或单位", "it can be a number, yes or no, a value of an enumeration, a date, a text or a unit")
            .end();
    public static final Mistake TOO_LARGE = SHELF.advice(
                    1116, "规则的组合太多，未能证明有无遗漏", "there are too many combinations of rules to prove that nothing is left out")
            .help("拆成几张表，或写 `otherwise`", "split the table, or write `otherwise`")
            .end();
    public static final Mistake UNKNOWN_DECISION = SHELF.error(1117, "没有判定表 `{name}`", "there is no decision table `{name}`")
            .note("包 `{pack}` 的判定表：{members}", "decision tables of pack `{pack}`: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake OTHER_CONTENT = SHELF.error(
                    1118,
                    "判定表 `{table}` 判的是 `{theirs}`，流程的内容是 `{ours}`",
                    "the decision table `{table}` judges `{theirs}`, the content of the process is `{ours}`")
            .other("判定表在这里", "the table is here")
            .end();
    public static final Mistake DECISION_NOT_DECLARED = SHELF.error(
                    1119, "业务规则任务 `{id}` 没有对应的判定", "the business rule task `{id}` has no decision")
            .note("判定：{members}", "decisions: {members}")
            .help("在 `decisions` 里写它，或在图中把 id 改为 `{meant}`", "declare it under `decisions`, or change its id in the drawing to `{meant}`")
            .other("流程在这里", "the process is here")
            .end();
    public static final Mistake DECISION_NOT_DRAWN = SHELF.error(
                    1120, "判定 `{id}` 不在图中", "the decision `{id}` is not in the drawing")
            .note("图中的业务规则任务：{members}", "business rule tasks drawn: {members}")
            .end();

    private DecisionMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
