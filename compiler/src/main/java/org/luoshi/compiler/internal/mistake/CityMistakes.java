package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP07: units, codes, parents, calendars, the map.
public final class CityMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake NO_COLUMN = SHELF.error(
                    701, "表头缺少 `{column}` 一列", "the header lacks the column `{column}`")
            .end();
    public static final Mistake CELL_COUNT = SHELF.error(
                    702, "这一行有 {found} 格，表头有 {expected} 格", "this row has {found} cells, the header has {expected}")
            .other("表头", "the header")
            .help("值里有逗号时，把整个值放进双引号", "put a value with a comma in it into double quotation marks")
            .end();
    public static final Mistake OPEN_CELL = SHELF.error(
                    703, "这一格的双引号没有配对", "the quotation mark of this cell is never closed")
            .end();
    public static final Mistake UNKNOWN_COLUMN = SHELF.error(
                    704, "表头里的 `{column}` 不是这张表的列", "`{column}` in the header is no column of this table")
            .note("列：{members}", "columns: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake EMPTY_CELL = SHELF.error(705, "`{column}` 一格是空的", "the cell `{column}` is empty")
            .note("`{column}`：{about}", "`{column}`: {about}")
            .end();
    public static final Mistake CODE_WITHOUT_SCHEME = SHELF.error(
                    706, "代码 `{code}` 没有写明体系", "code `{code}` has no scheme")
            .note(
                    "同样的数字在统计代码和民政代码里可能是两个地方",
                    "the same digits may be two places in the statistical and the civil-affairs scheme")
            .help("在 `scheme` 一格写 `stats`、`mca` 等", "write `stats`, `mca` or another in the cell `scheme`")
            .end();
    public static final Mistake DUPLICATE_CODE = SHELF.error(
                    707,
                    "`{scheme}` {version} 版的代码 `{code}` 给了两个单位：`{unit}` 和 `{first}`",
                    "code `{code}` of `{scheme}`, version {version}, is given to two units: `{unit}` and `{first}`")
            .other("先给了 `{first}`", "given to `{first}` here")
            .end();
    public static final Mistake UNKNOWN_UNIT = SHELF.error(708, "没有单位 `{unit}`", "there is no unit `{unit}`")
            .note("单位写在城市包的 units/units.csv", "units are declared in the city pack's units/units.csv")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake UNKNOWN_SOURCE = SHELF.error(709, "没有来源 `{source}`", "there is no source `{source}`")
            .note("来源写在 units/sources.yaml", "sources are declared in units/sources.yaml")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake PARENT_CYCLE = SHELF.error(
                    710, "隶属关系成环：{circle}", "these units are each other's ancestors: {circle}")
            .other("环的另一段", "another part of the circle")
            .end();
    public static final Mistake VALIDITY = SHELF.error(
                    711, "止日 {to} 不晚于起日 {from}", "the end {to} is not after the beginning {from}")
            .note("`valid_to` 是最后一天的次日", "`valid_to` is the day after the last one")
            .end();
    public static final Mistake TWO_PARENTS = SHELF.error(
                    712,
                    "`{unit}` 在同一时间、同一口径下有两个上级：`{parent}` 和 `{first}`",
                    "`{unit}` has two parents on one basis at the same time: `{parent}` and `{first}`")
            .other("另一个上级", "the other parent")
            .help("给其中一行写上 `valid_to`", "give one of the rows a `valid_to`")
            .end();
    public static final Mistake DUPLICATE_UNIT = SHELF.error(
                    713, "单位 `{unit}` 写了两次", "the unit `{unit}` is declared twice")
            .other("第一次在这里", "first here")
            .end();
    public static final Mistake CALENDAR_NAME = SHELF.error(
                    714, "文件名是 {file}，里面的年份是 {year}", "the file is named {file}, the year in it is {year}")
            .end();
    public static final Mistake DAY_OUTSIDE_YEAR = SHELF.error(
                    715, "{day} 不在 {year} 年的日历里", "{day} is not in the calendar of {year}")
            .note(
                    "元旦假期可以从上一年 12 月开始，其余日子须在当年",
                    "a New Year's holiday may begin in the December before; all other days are in the year")
            .other("年份在这里", "the year is here")
            .end();
    public static final Mistake DAY_TWICE = SHELF.error(716, "{day} 写了两次", "{day} is named twice")
            .other("第一次在这里", "first here")
            .end();
    public static final Mistake NO_NOTICE = SHELF.error(
                    717, "{year} 年的日历没有指明通知", "the calendar of {year} names no notice")
            .note("放假安排以国务院办公厅的通知为准", "holidays are what the State Council's office has announced")
            .help("没有发布就不写这一年：期限会按暂定计算", "leave out a year without a notice: its due dates are then provisional")
            .end();
    public static final Mistake DAY_AS_USUAL = SHELF.advice(
                    718, "{day} 是{weekday}，本来就{kind}", "{day} is a {weekday}, {kind} anyway")
            .end();
    public static final Mistake CELL_TAKEN = SHELF.error(
                    719,
                    "第 {column} 列第 {row} 行这一格有两个单位：`{unit}` 和 `{first}`",
                    "two units share the cell in column {column}, row {row}: `{unit}` and `{first}`")
            .other("`{first}` 在这里", "`{first}` is here")
            .end();
    public static final Mistake UNIT_MAPPED_TWICE = SHELF.error(
                    720, "`{unit}` 在图上有两格", "`{unit}` has two cells on the map")
            .other("第一格", "the first one")
            .end();
    public static final Mistake NOT_ADJACENT = SHELF.advice(
                    721,
                    "`{one}` 与 `{other}` 相邻，图上却不挨着",
                    "`{one}` and `{other}` are neighbours but do not touch on the map")
            .end();
    public static final Mistake NOT_A_PAIR = SHELF.error(
                    722, "相邻关系应为两个不同的单位，写了 {count} 个", "neighbours are two different units; {count} are named")
            .end();
    public static final Mistake CITY_ONLY = SHELF.error(
                    723, "只有城市包可以有 `{path}`", "only the city pack may have `{path}`")
            .help(
                    "在 pack.yaml 里写 `city: true`，或把文件移到城市包",
                    "write `city: true` in pack.yaml, or move the file to the city pack")
            .end();
    public static final Mistake TWO_CITIES = SHELF.error(
                    724, "有两个城市包：`{pack}` 和 `{first}`", "there are two city packs: `{pack}` and `{first}`")
            .other("另一个", "the other one")
            .end();
    public static final Mistake NO_PARENT = SHELF.advice(
                    725, "`{unit}`（{kind}）没有上级单位", "`{unit}` ({kind}) has no parent")
            .note("没有上级的单位不计入任何汇总", "a unit without a parent is in no total")
            .end();
    public static final Mistake CALENDAR_TWICE = SHELF.error(726, "{year} 年有两份日历", "there are two calendars of {year}")
            .other("另一份", "the other one")
            .end();
    public static final Mistake NO_UNITS = SHELF.error(
                    727, "城市包没有单位：缺少 `units/units.csv`", "the city pack has no units: `units/units.csv` is missing")
            .end();
    public static final Mistake CHILD_OUTLIVES = SHELF.error(
                    728,
                    "隶属关系 {validity} 超出了 `{unit}` 存在的期间 {exists}",
                    "the relation of {validity} goes beyond the time `{unit}` exists, {exists}")
            .end();
    public static final Mistake UNUSED_SOURCE = SHELF.advice(
                    729, "来源 `{source}` 没有用到", "the source `{source}` is not used")
            .end();
    public static final Mistake SUCCESSION_DAY = SHELF.error(
                    730,
                    "`{unit}` 不是在 {since} 撤销的，它存在于 {exists}",
                    "`{unit}` does not end on {since}: it exists for {exists}")
            .other("单位写在这里", "the unit is declared here")
            .note(
                    "`since` 是新归属的第一天，与撤销单位的 `valid_to` 是同一天",
                    "`since` is the first day of the new order, the same day as the `valid_to` of the unit that ended")
            .end();
    public static final Mistake SUCCESSOR_ABSENT = SHELF.error(
                    731,
                    "承接单位 `{unit}` 在 {since} 不存在，它存在于 {exists}",
                    "the successor `{unit}` does not exist on {since}: it exists for {exists}")
            .other("承接单位写在这里", "the successor is declared here")
            .end();

    private CityMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}
