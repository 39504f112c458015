package org.luoshi.pack.expression;

import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.QualifiedId;

/// Type of an expression. Every type includes "unknown" (null).
public sealed interface Type {

    /// What it is called in diagnostics, with an English article.
    Text label();

    record BooleanType() implements Type {
        @Override
        public Text label() {
            return new Text("是/否", "yes or no");
        }
    }

    /// A number of `unit`; integers are numbers without decimals.
    record NumberType(UnitOfMeasure unit, boolean integer) implements Type {
        @Override
        public Text label() {
            return unit.isPureNumber() && unit.symbol().equals("1")
                    ? new Text("不带单位的数", "a number without a unit")
                    : new Text("以“%s”计的数".formatted(unit), "a number in `%s`".formatted(unit));
        }
    }

    record TextType() implements Type {
        @Override
        public Text label() {
            return new Text("文本", "a text");
        }
    }

    record DateType() implements Type {
        @Override
        public Text label() {
            return new Text("日期", "a date");
        }
    }

    record MomentType() implements Type {
        @Override
        public Text label() {
            return new Text("时刻", "a moment");
        }
    }

    /// A value of a declared enumeration; its literals are texts in expressions.
    record EnumType(EnumerationType enumeration) implements Type {
        @Override
        public Text label() {
            return new Text("枚举值", "a value of an enumeration");
        }
    }

    /// A city, district, department … by its id.
    record UnitRefType() implements Type {
        @Override
        public Text label() {
            return new Text("单位", "a unit");
        }
    }

    /// A row of a register; its value is the row's `_id`.
    record RowType(QualifiedId entity) implements Type {
        @Override
        public Text label() {
            return new Text("“%s”的一条记录".formatted(entity), "a record of `%s`".formatted(entity));
        }
    }

    /// The literal `null`.
    record NullType() implements Type {
        @Override
        public Text label() {
            return new Text("空值", "no value");
        }
    }

    /// What a broken part has, so that later checks stay quiet about it.
    record UnknownType() implements Type {
        @Override
        public Text label() {
            return new Text("未知类型", "of unknown type");
        }
    }

    /// The type of a field's value, or `UnknownType` for what no expression can use: a point.
    static Type of(FieldType field) {
        return switch (field) {
            case FieldType.TextType unused -> new TextType();
            case FieldType.IntegerType integer -> new NumberType(integer.unit(), true);
            case FieldType.DecimalType decimal -> new NumberType(decimal.unit(), decimal.decimals() == 0);
            case FieldType.BooleanType unused -> new BooleanType();
            case FieldType.DateType unused -> new DateType();
            case FieldType.MomentType unused -> new MomentType();
            case EnumerationType enumeration -> new EnumType(enumeration);
            case FieldType.UnitType unused -> new UnitRefType();
            case FieldType.ReferenceType reference -> new RowType(reference.entity());
            case FieldType.PointType unused -> new UnknownType();
            case FieldType.CommitmentType unused -> new TextType();
        };
    }
}
