package org.luoshi.compiler.internal.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.OrNone;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;

/// `tests/ID.yaml`.
public final class TestForm {

    /// The key of a given record that is no field: the day it became known.
    public static final String KNOWN_ON = "known_on";

    private static final MapOf<Scalar> RECORD = MapOf.named("字段", "field", Values.ANYTHING);

    public static final Key<Text> TITLE =
            Key.required("title", Bilingual.TITLE, "测试说明什么，写成一句话", "what the test says, as a sentence");
    public static final Key<Boolean> SIMULATED = Key.optional(
            "simulated",
            Values.FLAG,
            "先过完本包及其所依赖的包的合成年份（样例和合成办件）",
            "first live through the synthetic year of the pack and of those it needs: samples and synthetic cases");
    public static final Key<Map<Scalar, Listed<List<Listed<Map<Scalar, Listed<Scalar>>>>>>> GIVEN = Key.required(
            "given",
            MapOf.named("登记表", "entity", ListOf.any(RECORD)),
            "已知的记录；`known_on` 是为人所知的日期",
            "records given; `known_on` is the day they became known");

    public static final Key<Scalar> INDICATOR =
            Key.optional("indicator", Values.nameOf("指标的标识", "id of an indicator"), "指标", "the indicator");
    public static final Key<Scalar> UNIT =
            Key.optional("unit", Values.nameOf("单位的标识", "id of a unit"), "单位", "the unit");
    public static final Key<Period> PERIOD = Key.optional("period", Values.PERIOD, "统计期", "the period");
    public static final Key<LocalDate> AS_OF =
            Key.optional("as_of", Days.DAY, "按哪一天所知", "the day whose knowledge counts");
    public static final Key<Optional<BigDecimal>> VALUE = Key.optional(
            "value",
            new OrNone<>(Numbers.decimal(), "unknown"),
            "应得的数；未知写 `unknown`",
            "the figure expected, `unknown` for none");

    public static final Key<Scalar> ENTITY =
            Key.required("entity", Values.nameOf("登记表的标识", "id of an entity"), "登记表", "the register");
    public static final Key<Map<Scalar, Listed<Scalar>>> VALUES =
            Key.required("record", RECORD, "要登记的记录", "the record");
    public static final Key<Scalar> FIELD =
            Key.required("field", Values.nameOf("字段标识", "id of a field"), "提示所在的字段", "the field at fault");
    public static final Key<View> REFUSED = Key.optional(
            "refused",
            Form.of("`refused`", "`refused`", ENTITY, VALUES, FIELD),
            "这条记录应被拒绝",
            "this record must be refused");

    public static final Key<List<Listed<View>>> EXPECT = Key.required(
            "expect",
            ListOf.some(Form.of("一条期望", "an expectation", INDICATOR, UNIT, PERIOD, AS_OF, VALUE, REFUSED)),
            "期望的数，或期望被拒绝的记录",
            "figures expected, or records that must be refused");

    public static final Form FORM = Form.of("包内测试", "a pack test", TITLE, SIMULATED, GIVEN, EXPECT, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "test",
            new Text("包内测试", "Pack test"),
            new Text("包自带的例子：已知这些记录，指标应得这些数。", "A pack's own examples: given these records, these figures."),
            "tests/*.yaml",
            FORM,
            """
            title: { zh: 只有核实的开工才算, en: Only verified starts count }
            given:
              project:
                - { known_on: 2025-03-02, code: P-1, name: 甲, district: chenghua, stage: started, started_on: 2025-03-01 }
            expect:
              - { indicator: projects_started, unit: chenghua, period: 2025-03, as_of: 2025-04-01, value: 1 }
              - refused:
                  entity: project
                  record: { code: P-2, name: 乙, district: chenghua, stage: started, signed_on: 2025-03-10, started_on: 2025-03-01 }
                  field: started_on
            """,
            false);

    private TestForm() {}
}
