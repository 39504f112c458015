package org.luoshi.compiler.internal.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.QualityCheck.Method;

/// `quality/ID.yaml`.
public final class QualityForm {

    private static final Shape<Scalar> FIELD = Values.nameOf("字段标识", "id of a field");
    private static final Shape<Scalar> CONDITION = Values.expression("条件表达式", "a condition");

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "发现的问题，一句话", "what is found, in a few words");
    public static final Key<Text> ADVICE =
            Key.required("advice", Bilingual.PROSE, "记录所属单位该怎么办", "what the unit that the records belong to should do");
    public static final Key<Scalar> OF =
            Key.required("of", Values.nameOf("登记表标识", "id of an entity"), "查哪张登记表", "the register that is looked at");
    public static final Key<Scalar> WHERE =
            Key.optional("where", CONDITION, "只看满足条件的记录", "only records that meet this condition are looked at");

    public static final Key<PeriodKind> EVERY = Key.required(
            "every", Choice.of(periods(), "统计期", "a kind of period"), "每期都应有记录", "each period should have a record");
    public static final Key<Scalar> DATE =
            Key.required("date", FIELD, "记录按哪个日期字段归期", "the date field that places a record in a period");
    public static final Key<Integer> WITHIN =
            Key.required("within", Numbers.small(0, 366), "期末后几天内应有", "days after the period's end by when it is due");
    public static final Key<LocalDate> SINCE =
            Key.required("since", Days.DAY, "从哪天起要求", "the day from which it is expected");
    public static final Key<List<Listed<UnitKind>>> PER = Key.required(
            "per", ListOf.distinct(Choice.of(unitKinds(), "单位类别", "a kind of unit")), "哪些类别的单位", "kinds of unit that owe it");
    public static final Key<View> FRESH = Key.optional(
            "fresh",
            Form.of("及时性", "freshness", EVERY, DATE, WITHIN, SINCE, PER),
            "及时性：每个单位每期按时有记录",
            "freshness: each unit has a record of each period in time");

    public static final Key<List<Listed<Scalar>>> FIELDS =
            Key.required("fields", ListOf.distinct(FIELD), "应填的字段", "fields that should be filled");
    public static final Key<BigDecimal> AT_LEAST = Key.required(
            "least", Numbers.decimal(BigDecimal.ONE, BigDecimal.valueOf(100)), "至少填了百分之几", "per cent that must be filled");
    public static final Key<View> COMPLETE = Key.optional(
            "complete",
            Form.of("完整性", "completeness", FIELDS, AT_LEAST),
            "完整性：每个单位应填字段的填写率",
            "completeness: how much of a unit's wanted fields is filled");

    public static final Key<Scalar> VALUE = Key.required("field", FIELD, "看哪个数", "the number that is looked at");
    public static final Key<Method> METHOD = Key.required(
            "method",
            Choice.of(Method.class, "判别方法", "a method"),
            "`median_deviation` 距中位数超过若干倍（中位绝对偏差 × 1.4826）；`quartile_fence` 超出四分位数以外若干倍四分位距",
            "`median_deviation`: so many times (median absolute deviation × 1.4826) from the median; `quartile_fence`: so many interquartile ranges outside the quartiles");
    public static final Key<BigDecimal> FACTOR = Key.required(
            "factor", Numbers.decimal(new BigDecimal("0.5"), BigDecimal.valueOf(100)), "多少倍算远", "how many times is far");
    public static final Key<Integer> MINIMUM = Key.required(
            "least", Numbers.small(4, 1_000_000), "至少有几个数才判别", "values below which nothing is said");
    public static final Key<View> OUTLIER = Key.optional(
            "outlier",
            Form.of("离群值", "an outlier", VALUE, METHOD, FACTOR, MINIMUM),
            "离群值：远离其他记录的数",
            "outliers: numbers far from those of the other records");

    public static final Key<Scalar> CONTRADICTION = Key.optional(
            "contradiction",
            CONDITION,
            "矛盾：条件成立即有问题；可沿引用读其他登记表",
            "a contradiction: something is wrong where the condition holds; references lead to other registers");

    public static final List<Key<?>> RULES = List.of(FRESH, COMPLETE, OUTLIER, CONTRADICTION);

    public static final Form FORM = Form.of(
            "数据质量检查", "a data-quality check", TITLE, ADVICE, OF, WHERE, FRESH, COMPLETE, OUTLIER, CONTRADICTION, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "quality",
            new Text("数据质量检查", "Data-quality check"),
            new Text(
                    "登记表里哪些记录、或缺了哪些记录，值得去查。查出的逐条列给记录所属单位，由人说明、改正或驳回；系统不改数据。",
                    "Which records of a register, or which missing ones, are worth looking into. Each finding goes to the"
                            + " unit that the records belong to, which explains, mends or dismisses it; the system changes no data."),
            "quality/*.yaml",
            FORM,
            """
            title: { zh: 开工无签约日期, en: Started without a day of signing }
            advice: { zh: 补填签约日期, en: Enter the day of signing }
            of: project
            contradiction: project.started_on != null && project.signed_on == null
            """,
            false);

    private QualityForm() {}

    private static Map<String, PeriodKind> periods() {
        Map<String, PeriodKind> periods = new LinkedHashMap<>();
        for (PeriodKind kind : PeriodKind.values()) periods.put(kind.id(), kind);
        return periods;
    }

    private static Map<String, UnitKind> unitKinds() {
        Map<String, UnitKind> kinds = new LinkedHashMap<>();
        for (UnitKind kind : UnitKind.values()) kinds.put(kind.id(), kind);
        return kinds;
    }
}
