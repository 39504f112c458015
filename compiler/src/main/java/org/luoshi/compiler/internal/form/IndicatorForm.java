package org.luoshi.compiler.internal.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
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
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Indicator.Accumulate;
import org.luoshi.pack.Indicator.Direction;
import org.luoshi.pack.Indicator.MissingPolicy;

/// `indicators/ID.yaml`.
public final class IndicatorForm {

    private static final Shape<Scalar> FIELD = Values.nameOf("字段标识", "id of a field");
    private static final Shape<Scalar> FORMULA = Values.expression("公式", "a formula");
    /// One field, or `entity: field` where a formula counts over several.
    private static final Shape<Either.Read<Scalar, Map<Scalar, Listed<Scalar>>>> FIELD_BY_ENTITY =
            new Either<>(FIELD, MapOf.named("登记表", "entity", FIELD));

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<UnitOfMeasure> UNIT =
            Key.required("unit", Values.MEASURE, "结果的计量单位", "unit of measure of the figure");
    public static final Key<Direction> DIRECTION = Key.required(
            "direction",
            Choice.of(Direction.class, "升降方向", "a direction"),
            "怎样算好：`up` 越高越好，`down` 越低越好，`range` 在区间内，`binary` 是或否，`cumulative` 累计与路径相比",
            "which way is better: `up`, `down`, within a `range`, `binary`, or `cumulative` against the path so far");
    public static final Key<BigDecimal> FROM = Key.required("from", Numbers.decimal(), "下限", "lower end");
    public static final Key<BigDecimal> TO = Key.required("to", Numbers.decimal(), "上限", "upper end");
    public static final Key<View> RANGE = Key.optional(
            "range",
            Form.of("区间", "a range", FROM, TO),
            "好的区间，只用于 `direction: range`",
            "the good interval, only for `direction: range`");
    public static final Key<List<Listed<Object>>> PER = Key.required(
            "per",
            ListOf.distinct(Choice.of(unitsAndPeriods(), "单位类别或统计期", "a kind of unit or period")),
            "算给哪些类别的单位，以及恰好一种统计期",
            "kinds of unit it is computed for, and exactly one kind of period");
    public static final Key<Basis> BASIS = Key.<Basis>optional(
                    "basis", Choice.of(Basis.class, "口径", "a basis"), "按哪种口径汇总", "which geography it rolls up by")
            .otherwise("administrative", "administrative");
    public static final Key<Scalar> VALUE = Key.optional("value", FORMULA, "公式", "the formula");
    public static final Key<Scalar> NUMERATOR = Key.optional("numerator", FORMULA, "比率的分子", "numerator of a rate");
    public static final Key<Scalar> DENOMINATOR =
            Key.optional("denominator", FORMULA, "比率的分母", "denominator of a rate");
    public static final Key<Either.Read<Scalar, Map<Scalar, Listed<Scalar>>>> DATE = Key.optional(
            "date",
            FIELD_BY_ENTITY,
            "记录按哪个日期字段归期；几张登记表时写成 `登记表: 字段`",
            "the date field that places a record in time; `entity: field` where there are several");
    public static final Key<Accumulate> ACCUMULATE = Key.<Accumulate>optional(
                    "accumulate",
                    Choice.of(Accumulate.class, "累计方式", "a way to accumulate"),
                    "`within` 期内，`to_date` 截至期末，`year_to_date` 年初至期末，`standing` 期末仍在的",
                    "`within` the period, `to_date` by its end, `year_to_date`, or `standing` at its end")
            .otherwise("within", "within");
    public static final Key<Either.Read<Scalar, Map<Scalar, Listed<Scalar>>>> UNTIL = Key.optional(
            "until",
            FIELD_BY_ENTITY,
            "只用于 `standing`：记录从哪一天起不再计入",
            "only for `standing`: the field with the day from which a record no longer counts");
    public static final Key<Either.Read<Scalar, Map<Scalar, Listed<Scalar>>>> UNIT_FIELD =
            Key.<Either.Read<Scalar, Map<Scalar, Listed<Scalar>>>>optional(
                            "unit_field", FIELD_BY_ENTITY, "说明记录属于谁的字段", "the field that says whose a record is")
                    .otherwise("登记表的 `unit`", "the entity's `unit`");
    public static final Key<MissingPolicy> MISSING = Key.required(
            "missing",
            Choice.of(MissingPolicy.class, "缺数处理", "a policy for missing facts"),
            "一条记录也没有时：`unknown` 未知，`zero` 零，`carry` 沿用上期",
            "what no record at all means: `unknown`, `zero`, or `carry` the last period's figure");
    public static final Key<Integer> DECIMALS = Key.<Integer>optional(
                    "decimals", Numbers.small(0, 12), "显示几位小数", "digits shown after the point")
            .otherwise("0", "0");
    public static final Key<Text> SOURCE =
            Key.required("source", Bilingual.PROSE, "数据来源，简报会引用它", "where the facts come from; briefings quote it");
    public static final Key<Text> NOTE =
            Key.optional("note", Bilingual.PROSE, "口径：算什么、不算什么", "caliber: what counts and what does not");

    public static final Form FORM = Form.of(
            "指标",
            "an indicator",
            TITLE,
            UNIT,
            DIRECTION,
            RANGE,
            PER,
            BASIS,
            VALUE,
            NUMERATOR,
            DENOMINATOR,
            DATE,
            ACCUMULATE,
            UNTIL,
            UNIT_FIELD,
            MISSING,
            DECIMALS,
            SOURCE,
            NOTE,
            Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "indicator",
            new Text("指标", "Indicator"),
            new Text(
                    "按单位和统计期由登记表算出的数：公式、口径、方向、来源。每个数都能追到它的记录。",
                    "A figure per unit and period computed from registers: formula, caliber, direction, source. Every"
                            + " figure can be followed down to its records."),
            "indicators/*.yaml",
            FORM,
            """
            title: { zh: 落地开工项目数, en: Projects started }
            unit: 个
            direction: cumulative
            per: [district, city, month]
            value: count(project, project.started_on != null)
            date: started_on
            accumulate: to_date
            missing: zero
            source: { zh: 各区项目月报, en: Monthly project return }
            note: { zh: 以核实的开工日期为准, en: By the verified day of start }
            """,
            false);

    private IndicatorForm() {}

    private static Map<String, Object> unitsAndPeriods() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (UnitKind kind : UnitKind.values()) members.put(kind.id(), kind);
        for (PeriodKind kind : PeriodKind.values()) members.put(kind.id(), kind);
        return members;
    }
}
