package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.TestMistakes.WRONG_VALUE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.mistake.Finding;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;

/// A value written for a field, in a sample or a test: does it fit the field's type?
final class FieldValue {

    private final World world;

    FieldValue(World world) {
        this.world = world;
    }

    void check(World.BoundEntity entity, Field field, Scalar value) {
        check(field, entity.at(field.id()), value);
    }

    /// @param declared where the field is
    /// @return whether it fits
    boolean check(Field field, Span declared, Scalar value) {
        if (field.type() instanceof FieldType.EnumerationType enumeration) return member(enumeration, field, declared, value);
        String word = value.text();
        Optional<Text> expected = switch (field.type()) {
            case FieldType.TextType(var most, var pattern) -> {
                if (word.codePointCount(0, word.length()) > most)
                    yield text("至多 " + most + " 个字符", "at most " + most + " characters");
                yield pattern != null && !word.matches(pattern)
                        ? text("符合 `" + pattern + "`", "a text matching `" + pattern + "`")
                        : Optional.empty();
            }
            case FieldType.IntegerType integer ->
                word.matches("-?[0-9]{1,18}")
                        ? within(word, integer.min(), integer.max())
                        : text("整数", "a whole number");
            case FieldType.DecimalType decimal ->
                word.matches("-?[0-9]{1,30}(\\.[0-9]{1,16})?")
                        ? within(word, decimal.min(), decimal.max())
                        : text("数", "a number");
            case FieldType.BooleanType unused ->
                word.equals("true") || word.equals("false")
                        ? Optional.empty()
                        : text("`true` 或 `false`", "`true` or `false`");
            case FieldType.DateType unused -> Days.read(word).isPresent() ? Optional.empty() : text("日期", "a date");
            case FieldType.MomentType unused ->
                moment(word)
                        ? Optional.empty()
                        : text("时刻，如 `2025-03-31T09:00`", "a moment such as `2025-03-31T09:00`");
            case FieldType.UnitType(var kinds) -> {
                Optional<Unit> unit = world.unit(value).flatMap(world::unit);
                yield unit.isPresent()
                                && !kinds.isEmpty()
                                && !kinds.contains(unit.get().kind())
                        ? kinds(kinds.stream().sorted().map(UnitKind::id).toList())
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
        expected.ifPresent(e -> world.findings().report(finding(declared, field, value, e)));
        return expected.isEmpty();
    }

    private boolean member(FieldType.EnumerationType enumeration, Field field, Span declared, Scalar value) {
        String word = value.text();
        if (enumeration.position(word) >= 0) return true;
        List<String> ids = enumeration.values().stream().map(v -> v.id()).toList();
        world.findings()
                .report(finding(declared, field, value, new Text("它的取值之一", "one of its values"))
                        .with("members", Members.of(ids, word))
                        .with("meant", Members.meant(word, ids)));
        return false;
    }

    private static Finding finding(Span declared, Field field, Scalar value, Text expected) {
        return WRONG_VALUE
                .at(value.span())
                .with("word", value.text())
                .with("field", field.id())
                .with("expected", expected)
                .other(declared);
    }

    private static Optional<Text> kinds(List<String> kinds) {
        Text list = Members.list(kinds);
        return text("类别为" + list.zh() + "的单位", "a unit of kind " + list.en());
    }

    private static Optional<Text> within(String word, @Nullable Number min, @Nullable Number max) {
        BigDecimal value = new BigDecimal(word);
        if (min != null && value.compareTo(new BigDecimal(min.toString())) < 0)
            return text("不小于 " + min, "at least " + min);
        if (max != null && value.compareTo(new BigDecimal(max.toString())) > 0)
            return text("不大于 " + max, "at most " + max);
        return Optional.empty();
    }

    private static boolean moment(String word) {
        if (Days.read(word).isPresent()) return true;
        for (Function<String, Object> reading :
                List.<Function<String, Object>>of(Instant::parse, OffsetDateTime::parse, LocalDateTime::parse)) {
            if (reads(reading, word)) return true;
        }
        return false;
    }

    private static boolean reads(Function<String, Object> reading, String word) {
        try {
            return reading.apply(word) != null;
        } catch (DateTimeParseException no) {
            return false;
        }
    }

    private static Optional<Text> text(String zh, String en) {
        return Optional.of(new Text(zh, en));
    }
}
