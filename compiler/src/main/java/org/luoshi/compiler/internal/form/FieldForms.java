package org.luoshi.compiler.internal.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.Variants;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Field.PersonalKind;
import org.luoshi.pack.Field.SetBy;
import org.luoshi.pack.FieldType;

/// Fields of an entity; their keys depend on `type`.
public final class FieldForms {

    public static final List<String> TYPES = List.of(
            "text",
            "integer",
            "decimal",
            "boolean",
            "date",
            "moment",
            "enumeration",
            "unit",
            "reference",
            "point",
            "commitment");

    /// The word for a type, one of [#TYPES].
    public static String word(FieldType type) {
        return switch (type) {
            case FieldType.TextType _ -> "text";
            case FieldType.IntegerType _ -> "integer";
            case FieldType.DecimalType _ -> "decimal";
            case FieldType.BooleanType _ -> "boolean";
            case FieldType.DateType _ -> "date";
            case FieldType.MomentType _ -> "moment";
            case FieldType.EnumerationType _ -> "enumeration";
            case FieldType.UnitType _ -> "unit";
            case FieldType.ReferenceType _ -> "reference";
            case FieldType.PointType _ -> "point";
            case FieldType.CommitmentType _ -> "commitment";
        };
    }

    public static final Key<String> TYPE = Key.required(
            "type", Choice.of("字段类型", "a type of field", TYPES.toArray(String[]::new)), "值的类型", "type of the value");
    public static final Key<Text> TITLE =
            Key.required("title", Bilingual.TITLE, "表头和表单上的名称", "name in table heads and forms");
    public static final Key<Text> HELP =
            Key.optional("help", Bilingual.PROSE, "填写说明，显示在字段旁", "how to fill it in, shown beside the field");
    public static final Key<Boolean> REQUIRED = Key.<Boolean>optional(
                    "required", Values.FLAG, "是否必填", "whether it must be filled in")
            .otherwise("false", "false");
    public static final Key<PersonalKind> PERSONAL = Key.optional(
            "personal",
            Choice.of(PersonalKind.class, "个人信息的种类", "a kind of personal data"),
            "个人信息的种类：页面和导出时遮盖，查看留痕",
            "kind of personal data: masked in pages and exports, revealing is logged");
    public static final Key<SetBy> SET_BY = Key.optional(
            "set_by",
            Choice.of(SetBy.class, "填写人", "who sets a field"),
            "只由谁填写。`verifier`：对该单位有核验权、没有登记或修改过这条记录的人；报送人不填，导入、批量修改也写不进。作出结论后，其余字段不能再改，须先由核验人退回",
            "who alone sets it. `verifier`: one with the right to verify over the unit who entered none of the record's facts;"
                    + " nobody else writes it, by form, bulk edit or import. Once a record is judged its other fields are closed"
                    + " until a verifier takes the judgement back");
    public static final Key<Scalar> INITIAL = Key.optional(
            "initial",
            Values.nameOf("取值标识", "id of a value"),
            "登记时的取值，直到有人填写；写了它，字段就总有值",
            "what a new record holds until somebody sets it; with it the field is never empty");
    public static final Key<String> LATEST = Key.optional(
            "max",
            Choice.of("最晚的日期", "a latest day", "today"),
            "`today`：不能晚于登记当天",
            "`today`: no later than the day on which it is written");
    public static final Key<Integer> MAX_LENGTH = Key.<Integer>optional(
                    "max", Numbers.small(1, 10_000), "最多几个字符", "most characters")
            .otherwise("200", "200");
    public static final Key<Pattern> PATTERN =
            Key.optional("pattern", Values.PATTERN, "整个值须符合的正则表达式", "a regular expression the whole value must match");
    public static final Key<UnitOfMeasure> MEASURE = Key.<UnitOfMeasure>optional(
                    "unit", Values.MEASURE, "计量单位", "unit of measure")
            .otherwise("没有单位的数", "a plain number");
    public static final Key<Long> LEAST_WHOLE =
            Key.optional("min", Numbers.whole(-999_999_999_999_999L, 999_999_999_999_999L), "最小值", "least value");
    public static final Key<Long> MOST_WHOLE =
            Key.optional("max", Numbers.whole(-999_999_999_999_999L, 999_999_999_999_999L), "最大值", "largest value");
    public static final Key<BigDecimal> LEAST = Key.optional("min", Numbers.decimal(), "最小值", "least value");
    public static final Key<BigDecimal> MOST = Key.optional("max", Numbers.decimal(), "最大值", "largest value");
    public static final Key<Integer> DIGITS = Key.<Integer>optional(
                    "digits", Numbers.small(1, 34), "共几位数字", "digits in all")
            .otherwise("18", "18");
    public static final Key<Integer> DECIMALS = Key.<Integer>optional(
                    "decimals", Numbers.small(0, 12), "小数点后几位", "digits after the point")
            .otherwise("2", "2");
    public static final Key<Map<Scalar, Listed<Text>>> VALUES = Key.required(
            "values",
            MapOf.declared("取值标识", "value id", Bilingual.TITLE),
            "可取的值，按先后为序：比较 `<` 时写在前面的小",
            "its values in order: `<` means declared earlier");
    public static final Key<List<Listed<UnitKind>>> KINDS = Key.<List<Listed<UnitKind>>>optional(
                    "kinds",
                    ListOf.oneOrMore(Choice.of(UnitKind.class, "单位类别", "a kind of unit")),
                    "可选哪些类别的单位",
                    "kinds of unit to choose from")
            .otherwise("所有类别", "every kind");
    public static final Key<Scalar> ENTITY =
            Key.required("entity", Values.nameOf("登记表的标识", "id of an entity"), "指向哪张登记表", "the register it leads to");
    public static final Key<String> DATUM = Key.<String>optional(
                    "datum",
                    Choice.of("坐标基准", "a datum", "CGCS2000", "WGS84"),
                    "经纬度的坐标基准",
                    "datum of longitude and latitude")
            .otherwise("CGCS2000", "CGCS2000");

    public static final Variants SHAPE = variants();

    /// What a decision table answers: typed as a field, and perhaps written to one.
    public static final Key<Scalar> INTO = Key.optional(
            "into",
            Values.nameOf("字段标识", "id of a field"),
            "结论写入所判登记表的哪个字段；只限得一个结论的表",
            "the field of the register judged that the answer is written to; only for tables with one answer");

    public static final Variants OUTPUT = outputs();

    private FieldForms() {}

    private static Variants outputs() {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put("enumeration", output("enumeration", VALUES));
        forms.put("boolean", output("boolean"));
        forms.put("integer", output("integer", MEASURE, LEAST_WHOLE, MOST_WHOLE));
        forms.put("decimal", output("decimal", DIGITS, DECIMALS, MEASURE, LEAST, MOST));
        forms.put("text", output("text", MAX_LENGTH));
        forms.put("date", output("date"));
        forms.put("unit", output("unit", KINDS));
        Choice<String> types = Choice.of("结论的类型", "a type of answer", forms.keySet().toArray(String[]::new));
        return new Variants(
                new Text("结论", "an output"), Key.required("type", types, "结论的类型", "type of the answer"), forms);
    }

    private static Form output(String type, Key<?>... own) {
        List<Key<?>> keys = new ArrayList<>(List.of(TYPE, TITLE));
        keys.addAll(List.of(own));
        keys.add(INTO);
        return new Form(new Text("类型为 `" + type + "` 的结论", "an output of type `" + type + "`"), keys);
    }

    private static Variants variants() {
        Map<String, Form> forms = new LinkedHashMap<>();
        for (String type : TYPES) {
            forms.put(
                    type,
                    switch (type) {
                        case "text" -> form(type, MAX_LENGTH, PATTERN, PERSONAL);
                        case "integer" -> form(type, MEASURE, LEAST_WHOLE, MOST_WHOLE);
                        case "decimal" -> form(type, DIGITS, DECIMALS, MEASURE, LEAST, MOST);
                        case "enumeration" -> form(type, VALUES, INITIAL);
                        case "unit" -> form(type, KINDS);
                        case "reference" -> form(type, ENTITY);
                        case "point" -> form(type, DATUM, PERSONAL);
                        case "date" -> form(type, LATEST, PERSONAL);
                        default -> form(type);
                    });
        }
        return new Variants(new Text("字段", "a field"), TYPE, forms);
    }

    private static Form form(String type, Key<?>... own) {
        List<Key<?>> keys = new ArrayList<>(List.of(TYPE, TITLE, REQUIRED));
        keys.addAll(List.of(own));
        keys.add(SET_BY);
        keys.add(HELP);
        return new Form(new Text("类型为 `" + type + "` 的字段", "a field of type `" + type + "`"), keys);
    }
}
