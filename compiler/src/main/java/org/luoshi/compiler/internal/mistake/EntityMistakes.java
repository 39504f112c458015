package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP02: registers and their fields.
public final class EntityMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake UNKNOWN_ENTITY = SHELF.error(201, "没有登记表 `{name}`", "there is no entity `{name}`")
            .note("包 `{pack}` 的登记表：{members}", "entities of pack `{pack}`: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake UNKNOWN_FIELD = SHELF.error(
                    203, "登记表 `{entity}` 没有字段 `{field}`", "unknown field `{field}` on entity `{entity}`")
            .note("字段：{members}", "fields: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake KEY_MAY_BE_EMPTY = SHELF.error(
                    204, "主键字段 `{field}` 可以空着", "the key field `{field}` may be empty")
            .other("字段在这里，没有 `required: true`", "the field is here, without `required: true`")
            .help("给字段 `{field}` 写上 `required: true`", "give the field `{field}` a `required: true`")
            .end();
    public static final Mistake UNIT_IS_NO_UNIT = SHELF.error(
                    205,
                    "`unit` 须指一个类型为 `unit` 的字段，`{field}` 的类型是 `{type}`",
                    "`unit` must name a field of type `unit`; `{field}` is of type `{type}`")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake RESERVED_FIELD = SHELF.error(
                    206,
                    "字段 `{field}` 与坐标字段 `{point}` 的列同名",
                    "field `{field}` has the same column as the point `{point}`")
            .note("坐标字段占两列：`{point}_lon` 和 `{point}_lat`", "a point takes two columns: `{point}_lon` and `{point}_lat`")
            .other("坐标字段在这里", "the point is here")
            .end();
    public static final Mistake ONE_VALUE = SHELF.advice(
                    207, "只有一个取值，不必选择", "there is only one value, so there is nothing to choose")
            .end();
    public static final Mistake LEAST_ABOVE_MOST = SHELF.error(
                    208, "下限 {least} 大于上限 {most}", "the lower limit {least} is above the upper limit {most}")
            .other("上限在这里", "the upper limit is here")
            .end();
    public static final Mistake DECIMALS_ABOVE_DIGITS = SHELF.error(
                    209, "小数位数 {decimals} 多于总位数 {digits}", "{decimals} decimals do not fit into {digits} digits")
            .other("总位数在这里", "the digits are here")
            .end();
    public static final Mistake NO_UNIT = SHELF.advice(
                    210, "登记表 `{entity}` 没有说明记录属于哪个单位", "entity `{entity}` does not say whose its records are")
            .note(
                    "没有 `unit` 的登记表，人人都看同样的记录，也不能按单位算指标",
                    "without `unit` everyone sees the same records, and no figure per unit can be computed")
            .end();
    public static final Mistake RENAMED_STILL_THERE = SHELF.error(
                    212, "`{field}` 改名了，却还是一个字段", "`{field}` is renamed and yet still a field")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake INDEX_TWICE = SHELF.advice(213, "这个索引已经有了", "there is such an index already")
            .other("在这里", "it is here")
            .end();
    public static final Mistake PERSONAL_IN_LIST = SHELF.advice(
                    214, "默认列里有个人信息 `{field}`", "the default columns include the personal field `{field}`")
            .note("列表页上它总是遮盖的", "in the list it is always masked")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake LABEL_UNFIT = SHELF.error(
                    217,
                    "`{field}` 的类型是 `{type}`，不能作记录的名称",
                    "`{field}` is of type `{type}`, which cannot name a record")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake KEY_UNFIT = SHELF.error(
                    218, "`{field}` 的类型是 `{type}`，不能作主键", "`{field}` is of type `{type}`, which cannot be in a key")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake LIMIT_TOO_PRECISE = SHELF.error(
                    219, "{limit} 的小数多于字段的 {decimals} 位", "{limit} has more decimals than the field's {decimals}")
            .end();
    public static final Mistake REQUIRED_CIRCLE = SHELF.error(
                    222,
                    "必填的引用成环，一条记录也登记不了：{circle}",
                    "required references form a circle, so no record can ever be made: {circle}")
            .other("环的另一段", "another part of the circle")
            .help("让其中一个引用可以空着", "let one of the references be empty")
            .end();
    public static final Mistake PERSONAL_LABEL = SHELF.advice(
                    224, "记录的名称 `{field}` 是个人信息", "the record's name `{field}` is personal data")
            .note("名称到处显示，因此处处遮盖", "a name is shown everywhere, so it is masked everywhere")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake RESERVED_REQUIRED = SHELF.error(
                    225,
                    "`{field}` 必填，登记的人却不能填",
                    "`{field}` is required, and those who make a record may not fill it in")
            .other("这里写明只由核验人填写", "only a verifier sets it, by this")
            .help(
                    "去掉 `required: true`；枚举也可以用 `initial` 写明登记时的取值",
                    "take `required: true` away; an enumeration can say with `initial` what a new record holds")
            .end();
    public static final Mistake INITIAL_NOT_RESERVED = SHELF.error(
                    226,
                    "`{field}` 由登记的人填写，不需要 `initial`",
                    "whoever makes a record sets `{field}`, so it needs no `initial`")
            .note("`initial` 是别人填写之前的取值", "`initial` is what a field holds until others set it")
            .help("去掉 `initial`，或写上 `set_by: verifier`", "take `initial` away, or write `set_by: verifier`")
            .end();
    public static final Mistake UNKNOWN_INITIAL = SHELF.error(
                    227, "`{word}` 不是这个字段的取值", "`{word}` is not one of the field's values")
            .note("取值：{members}", "values: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake RESERVED_NAMES = SHELF.error(
                    228,
                    "`{key}` 用的字段 `{field}` 只由核验人填写，没人能登记",
                    "`{key}` uses the field `{field}`, which only a verifier sets, so nobody could make a record")
            .other("字段在这里", "the field is here")
            .end();

    private EntityMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
