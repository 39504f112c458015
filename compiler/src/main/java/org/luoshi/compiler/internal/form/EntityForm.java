package org.luoshi.compiler.internal.form;

import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;

/// `entities/ID.yaml`.
public final class EntityForm {

    private static final Shape<Scalar> FIELD = Values.nameOf("字段标识", "id of a field");

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<Text> PLURAL = Key.<Text>optional(
                    "plural", Bilingual.TITLE, "复数名称，用于页面标题", "plural name, for page titles")
            .otherwise("同 `title`", "as `title`");
    public static final Key<List<Listed<Scalar>>> KEY = Key.required(
            "key",
            ListOf.oneOrMore(FIELD),
            "业务主键：一个或几个必填字段，合起来不重复",
            "business key: one or more required fields, unique together");
    public static final Key<Scalar> LABEL =
            Key.required("label", FIELD, "作为记录名称显示的字段", "the field shown as a record's name");
    public static final Key<Scalar> UNIT = Key.optional(
            "unit",
            FIELD,
            "类型为 `unit` 的字段，说明记录属于谁：决定谁能看，也决定指标算给谁",
            "the field of type `unit` that says whom a record belongs to: for access and for indicators");
    public static final Key<Map<Scalar, Listed<View>>> FIELDS = Key.required(
            "fields", MapOf.declared("字段标识", "field id", FieldForms.SHAPE), "字段，按先后为序", "the fields, in order");

    public static final Key<Scalar> CHECK = Key.required(
            "check",
            Values.expression("条件表达式", "a condition"),
            "每条记录须满足的条件；值未知视为满足",
            "a condition every record must keep; unknown counts as kept");
    public static final Key<Text> MESSAGE =
            Key.required("message", Bilingual.PROSE, "不满足时的提示", "what to say when it is not kept");
    public static final Key<Scalar> AT_FIELD =
            Key.optional("field", FIELD, "提示显示在哪个字段旁", "the field beside which to say it");
    public static final Key<List<Listed<View>>> CONSTRAINTS = Key.optional(
            "constraints",
            ListOf.any(Form.of("约束", "a constraint", CHECK, MESSAGE, AT_FIELD)),
            "记录须满足的规则",
            "rules every record must keep");

    public static final Key<List<Listed<List<Listed<Scalar>>>>> INDEXES = Key.optional(
            "indexes",
            ListOf.any(ListOf.oneOrMore(FIELD)),
            "主键和单位以外的索引，每个是一列或几列",
            "indexes beyond key and unit, each of one or more fields");
    public static final Key<List<Listed<Scalar>>> LIST = Key.<List<Listed<Scalar>>>optional(
                    "list", ListOf.distinct(FIELD), "列表页默认显示的列", "default columns of the list page")
            .otherwise("主键、名称和单位", "key, label and unit");
    public static final Key<Map<Scalar, Listed<Scalar>>> RENAMED = Key.optional(
            "renamed",
            MapOf.named("旧标识", "old id", FIELD),
            "旧字段标识 → 现字段标识，改表时据此保留数据",
            "old field id → present one, so that changing the table keeps its data");

    public static final Form FORM = Form.of(
            "登记表",
            "an entity",
            TITLE,
            PLURAL,
            KEY,
            LABEL,
            UNIT,
            FIELDS,
            CONSTRAINTS,
            INDEXES,
            LIST,
            RENAMED,
            Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "entity",
            new Text("登记表", "Entity"),
            new Text(
                    "一张登记表的结构：字段、主键、约束。每张登记表是一张真实的数据库表。",
                    "The structure of one register: fields, key, constraints. Each register is a real database table."),
            "entities/*.yaml",
            FORM,
            """
            title: { zh: 项目, en: Project }
            plural: { zh: 项目, en: Projects }
            key: code
            label: name
            unit: district
            fields:
              code: { type: text, max: 32, pattern: "[A-Z0-9-]+", required: true, title: { zh: 编号, en: Code } }
              name: { type: text, max: 200, required: true, title: { zh: 名称, en: Name } }
              district: { type: unit, kinds: [district], required: true, title: { zh: 区（市）县, en: District } }
              stage:
                type: enumeration
                required: true
                title: { zh: 阶段, en: Stage }
                values:
                  lead: { zh: 线索, en: Lead }
                  signed: { zh: 签约, en: Signed }
                  started: { zh: 开工, en: Started }
              investment: { type: decimal, digits: 14, decimals: 2, unit: 万元, min: 0, title: { zh: 总投资, en: Investment } }
              signed_on: { type: date, title: { zh: 签约日期, en: Signed on } }
              started_on: { type: date, title: { zh: 开工日期, en: Started on } }
            constraints:
              - check: project.started_on == null || project.signed_on == null || project.started_on >= project.signed_on
                message: { zh: 开工日期不能早于签约日期, en: The start cannot precede the signing }
                field: started_on
            indexes: [[district, stage], [started_on]]
            list: [code, name, district, stage]
            """,
            false);

    private EntityForm() {}
}
