package org.luoshi.compiler.internal.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Either;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Sample.MilestonePart;

/// `samples/ID.yaml`.
public final class SampleForm {

    private static final Shape<Scalar> FIELD = Values.nameOf("字段标识", "id of a field");
    private static final Shape<BigDecimal> SHARE = Numbers.decimal(BigDecimal.ZERO, BigDecimal.ONE);

    // rules for values
    public static final Key<String> SEQUENCE = Key.optional(
            "sequence",
            Values.text(200),
            "模板，可用 `{unit}`、`{n}`、`{random:14}`",
            "a template with `{unit}`, `{n}` and `{random:14}`");
    public static final Key<List<Listed<List<Listed<String>>>>> WORDS = Key.optional(
            "words", ListOf.some(ListOf.some(Values.text(100))), "从每个列表各取一词连起来", "one word of each list, joined");
    public static final Key<Map<Scalar, Listed<Integer>>> CHOOSE = Key.optional(
            "choose",
            MapOf.named("值", "value", Numbers.small(1, 1_000_000)),
            "按权重取一个值",
            "one of the values, by weight");
    public static final Key<List<Listed<BigDecimal>>> RANGE =
            Key.optional("range", ListOf.some(Numbers.decimal()), "`[最小, 最大]` 之间的数", "a number in `[least, most]`");
    public static final Key<Integer> DECIMALS =
            Key.optional("decimals", Numbers.small(0, 12), "`range` 的小数位数", "decimals of the `range`");
    public static final Key<UnitKind> UNIT = Key.optional(
            "unit",
            Choice.of(UnitKind.class, "单位类别", "a kind of unit"),
            "记录所属单位之下的一个这类单位",
            "a unit of this kind under the record's unit");
    public static final Key<Integer> DAY =
            Key.optional("day", Numbers.small(-3660, 3660), "该步骤之日加几天", "the step's day plus so many days");
    public static final Key<MilestonePart> MILESTONE = Key.optional(
            "milestone",
            Choice.of(MilestonePart.class, "节点的一部分", "a part of a milestone"),
            "取自节点",
            "taken from the milestone");
    public static final Key<Scalar> RECORD = Key.optional(
            "record", Values.nameOf("登记表的标识", "id of an entity"), "同一单位的一条记录", "a record of the same unit");
    public static final Key<BigDecimal> CELL_WEST = Key.required(
            "west", Numbers.decimal(), "示意图左上角的经度", "longitude of the map's north-western corner");
    public static final Key<BigDecimal> CELL_NORTH = Key.required(
            "north", Numbers.decimal(), "示意图左上角的纬度", "latitude of the map's north-western corner");
    public static final Key<BigDecimal> CELL_SIDE = Key.required(
            "side", Numbers.decimal(new BigDecimal("0.01"), BigDecimal.TEN), "一格的边长（度）", "side of a cell in degrees");
    public static final Key<View> CELL = Key.optional(
            "cell",
            Form.of("示意图的格子", "a cell of the schematic map", CELL_WEST, CELL_NORTH, CELL_SIDE),
            "单位在示意图上的格子里的一点，不是真实位置",
            "a point in the unit's cell of the schematic map, no real place");
    public static final List<Key<?>> RULES = List.of(SEQUENCE, WORDS, CHOOSE, RANGE, UNIT, DAY, MILESTONE, RECORD, CELL);

    public static final Shape<Either.Read<Scalar, View>> VALUE = new Either<>(
            Values.ANYTHING,
            Form.of(
                    "样例的取值规则",
                    "a rule for sample values",
                    SEQUENCE,
                    WORDS,
                    CHOOSE,
                    RANGE,
                    DECIMALS,
                    UNIT,
                    DAY,
                    MILESTONE,
                    RECORD,
                    CELL));
    static final MapOf<Either.Read<Scalar, View>> SETTING = MapOf.named("字段", "field", VALUE);

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Long> SEED = Key.required(
            "seed",
            Numbers.whole(0, 999_999_999_999_999L),
            "随机数种子：同一种子得同样的记录",
            "random seed: the same one gives the same records");
    public static final Key<Scalar> ENTITY = Key.required(
            "entity", Values.nameOf("登记表的标识", "id of an entity"), "给哪张登记表造记录", "the register to make records for");
    public static final Key<LocalDate> FROM = Key.required("from", Days.DAY, "第一天", "first day");
    public static final Key<LocalDate> TO = Key.required("to", Days.DAY, "最后一天", "last day");

    public static final Key<List<Listed<UnitKind>>> PER = Key.optional(
            "per",
            ListOf.oneOrMore(Choice.of(UnitKind.class, "单位类别", "a kind of unit")),
            "给哪几类单位各造一批",
            "kinds of unit each of which gets records");
    public static final Key<Integer> LEAST =
            Key.optional("least", Numbers.small(0, 100_000), "每个单位至少几条", "fewest records a unit");
    public static final Key<Integer> MOST =
            Key.optional("most", Numbers.small(0, 100_000), "每个单位至多几条", "most records a unit");
    public static final Key<Map<Scalar, Listed<Integer>>> COUNT = Key.optional(
            "count",
            MapOf.named("单位", "unit", Numbers.small(0, 100_000)),
            "个别单位的确切条数",
            "exact numbers for named units");
    public static final Key<String> EACH = Key.optional(
            "each",
            Choice.of("可逐一造记录之物", "a thing to make one record each for", "milestone"),
            "计划的每个节点一条",
            "one for each milestone of the plan");
    public static final Key<View> ROWS = Key.required(
            "rows", Form.of("`rows`", "`rows`", PER, LEAST, MOST, COUNT, EACH), "造多少条", "how many records");

    public static final Key<BigDecimal> SPAN_LEAST = Key.required("least", Numbers.decimal(), "最小", "least");
    public static final Key<BigDecimal> SPAN_MOST = Key.required("most", Numbers.decimal(), "最大", "most");
    private static final Form SPAN = Form.of("区间", "an interval", SPAN_LEAST, SPAN_MOST);
    public static final Key<View> PACE = Key.optional(
            "pace", SPAN, "各单位快慢的倍数，小于 1 为快", "bounds of a unit's own factor on waiting times; below 1 is brisk");
    public static final Key<View> DRIFT =
            Key.optional("drift", SPAN, "各单位整体早晚的天数", "bounds of a unit's own shift in days");

    public static final Key<Map<Scalar, Listed<Either.Read<Scalar, View>>>> FIELDS =
            Key.required("fields", SETTING, "记录一开始就有的值", "what a record has from its first step on");
    public static final Key<List<Listed<BigDecimal>>> AFTER = Key.required(
            "after", ListOf.some(Numbers.decimal()), "距上一步 `[最少, 最多]` 天", "`[least, most]` days since the step before");
    public static final Key<BigDecimal> CHANCE = Key.<BigDecimal>optional(
                    "chance", SHARE, "这一步发生的可能，0 到 1", "chance that the step happens, 0 to 1")
            .otherwise("1", "1");
    public static final Key<Map<Scalar, Listed<Either.Read<Scalar, View>>>> SET =
            Key.required("set", SETTING, "这一步改了什么", "what the step sets");
    public static final Key<List<Listed<View>>> STEPS = Key.required(
            "steps",
            ListOf.some(Form.of("样例的一步", "a step of a sample", AFTER, CHANCE, SET)),
            "记录的一生，第一步使它产生",
            "the life of a record; the first step makes it");

    public static final Key<BigDecimal> PART = Key.required("share", SHARE, "占记录的比例，0 到 1", "share of records, 0 to 1");
    public static final Key<List<Listed<BigDecimal>>> DAYS =
            Key.required("days", ListOf.some(Numbers.decimal()), "`[最少, 最多]` 天", "`[least, most]` days");
    public static final Key<View> LATE =
            Key.optional("late", Form.of("迟报", "late reports", PART, DAYS), "迟报", "reports that come late");
    public static final Key<View> MISSING =
            Key.optional("missing", Form.of("漏报", "missing reports", PART), "后面几步没有报", "later steps never reported");
    public static final Key<Scalar> CORRECTED_FIELD = Key.required("field", FIELD, "哪个日期字段", "the date field");
    public static final Key<View> CORRECTED = Key.optional(
            "corrected",
            Form.of("更正", "corrections", PART, CORRECTED_FIELD, DAYS, AFTER),
            "先报错 `days` 天，`after` 天后更正",
            "first reported wrong by `days`, put right `after` days later");
    public static final Key<Integer> STEP =
            Key.required("step", Numbers.small(1, 99), "第几步，从 1 起", "number of the step, from 1");
    public static final Key<List<Listed<View>>> VARIANTS = Key.optional(
            "variants",
            ListOf.any(Form.of("走样的一步", "a variant", PART, STEP, SET)),
            "某一步以别的样子发生，如只有仪式",
            "steps that happen otherwise, e.g. only a ceremony");
    public static final Key<View> IMPERFECTIONS = Key.optional(
            "imperfections",
            Form.of("瑕疵", "imperfections", LATE, MISSING, CORRECTED, VARIANTS),
            "报表的瑕疵",
            "what goes wrong with reports");

    public static final Form FORM = Form.of(
            "样例",
            "a sample",
            TITLE,
            SEED,
            ENTITY,
            FROM,
            TO,
            ROWS,
            PACE,
            DRIFT,
            FIELDS,
            STEPS,
            IMPERFECTIONS,
            Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "sample",
            new Text("样例", "Sample"),
            new Text(
                    "合成记录的生成规则：种子加一条典型记录的一生，每次造出同样的历史。凡样例都是编造的，处处注明。",
                    "Rules for synthetic records: a seed and the life of a typical record give the same history each"
                            + " time. Samples are made up and labelled so everywhere."),
            "samples/*.yaml",
            FORM,
            """
            title: { zh: 合成项目, en: Synthetic projects }
            seed: 20250922
            entity: project
            from: 2024-09-23
            to: 2025-09-22
            rows: { per: [district], least: 3, most: 12, count: { chenghua: 124 } }
            pace: { least: 0.6, most: 1.6 }
            fields:
              code: { sequence: "{unit}-{n}" }
              name: { words: [[示例锦程, 示例蓉城], [基地, 产业园]] }
              investment: { range: [2000, 90000], decimals: 0 }
            steps:
              - { after: [0, 200], set: { stage: signed, signed_on: day } }
              - { after: [20, 110], chance: 0.9, set: { stage: started, started_on: day } }
            imperfections:
              late: { share: 0.1, days: [10, 45] }
              missing: { share: 0.05 }
              corrected: { share: 0.06, field: started_on, days: [-20, -2], after: [12, 60] }
            """,
            false);

    private SampleForm() {}
}
