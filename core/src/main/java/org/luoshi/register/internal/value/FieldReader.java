package org.luoshi.register.internal.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.EditDistance;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.BooleanType;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.FieldType.DateType;
import org.luoshi.pack.FieldType.DecimalType;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.FieldType.IntegerType;
import org.luoshi.pack.FieldType.MomentType;
import org.luoshi.pack.FieldType.PointType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.FieldType.TextType;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.register.Point;

/// Reads what a person or a file wrote for one field, and checks typed values against the field's declaration.
///
/// One per field and use; remembers recent readings of closed sets, so it serves one thread at a time.
public final class FieldReader {

    private static final Set<String> YES = Set.of("是", "真", "true", "yes", "y", "1", "√");
    private static final Set<String> NO = Set.of("否", "假", "false", "no", "n", "0", "×");
    private static final Pattern COMMITMENT = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    /// Enough for every unit of a city.
    private static final int REMEMBERED = 10_000;

    private final Field field;
    private final UnitIndex units;
    private final CommitmentIndex commitments;
    private final ZoneId zone;
    private final @Nullable LocalDate today;
    private final @Nullable Pattern pattern;
    private final Map<String, String> members = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    /// @param today which some dates may not lie after; null where nothing is written
    public FieldReader(
            Field field, UnitIndex units, CommitmentIndex commitments, ZoneId zone, @Nullable LocalDate today) {
        this.field = field;
        this.units = units;
        this.commitments = commitments;
        this.zone = zone;
        this.today = today;
        this.pattern = field.type() instanceof TextType(_, String p) && p != null ? Pattern.compile(p) : null;
        if (field.type() instanceof EnumerationType e) {
            for (EnumerationValue value : e.values()) {
                members.putIfAbsent(value.title().en().toLowerCase(Locale.ROOT), value.id());
                members.putIfAbsent(value.title().zh(), value.id());
            }
            e.values().forEach(value -> members.put(value.id(), value.id()));
        }
    }

    public Field field() {
        return field;
    }

    /// The value, checked; null for an empty text. A reference stays the text that names it, for the caller to look up.
    public @Nullable Object read(String raw) throws BadValue {
        String text = Plain.trim(raw);
        if (text.isEmpty()) {
            return null;
        }
        Object value = switch (field.type()) {
            case TextType t -> text(text, t);
            case IntegerType t -> whole(NumberReader.read(text, t.unit()), text);
            case DecimalType t -> NumberReader.read(text, t.unit());
            case BooleanType _ -> truth(text);
            case DateType _ -> DateReader.read(text);
            case MomentType _ -> MomentReader.read(text, zone);
            case EnumerationType e -> member(e, text);
            case UnitType(var kinds) -> unit(text, kinds);
            case ReferenceType _ -> text;
            case PointType _ -> PointReader.read(text);
            case CommitmentType _ -> commitment(text);
        };
        return switch (field.type()) {
            // read from closed sets, checked on the way, or left to the caller
            case TextType _, EnumerationType _, UnitType _, ReferenceType _ -> value;
            default -> check(value);
        };
    }

    /// The value in the form the database keeps it.
    ///
    /// @param value of the Java type that goes with the field's type; references by their id
    public Object check(Object value) throws BadValue {
        return switch (field.type()) {
            case TextType t -> checkText((String) value, t);
            case IntegerType t -> {
                Long number = (Long) value;
                if (t.min() != null && number < t.min() || t.max() != null && number > t.max()) {
                    range(BigDecimal.valueOf(number), decimal(t.min()), decimal(t.max()));
                }
                yield number;
            }
            case DecimalType t -> checkDecimal((BigDecimal) value, t);
            case BooleanType _ -> (Boolean) value;
            case DateType(var untilToday) -> checkDay((LocalDate) value, untilToday);
            case MomentType _ -> {
                checkDate(((Instant) value).atZone(zone).toLocalDate());
                yield ((Instant) value).truncatedTo(ChronoUnit.MICROS);
            }
            case EnumerationType e -> {
                if (e.position((String) value) < 0) {
                    throw notMember(e, (String) value);
                }
                yield value;
            }
            case UnitType(var kinds) -> {
                units.check((String) value, kinds);
                yield value;
            }
            case ReferenceType _ -> (Long) value;
            case PointType _ -> PointReader.check((Point) value);
            case CommitmentType _ -> {
                if (!COMMITMENT.matcher((String) value).matches()) {
                    throw commitments.problem((String) value).orElse(
                            new BadValue("「%s」不是任务标识".formatted(value), "\"%s\" is not a commitment's id".formatted(value)));
                }
                yield value;
            }
        };
    }

    private String commitment(String text) {
        String known = seen.get(text);
        if (known == null) {
            known = commitments.read(text);
            if (seen.size() < REMEMBERED) {
                seen.put(text, known);
            }
        }
        return known;
    }

    private String text(String text, TextType type) throws BadValue {
        if (fits(text)) {
            return checkLength(text, type);
        }
        String plain = Plain.halfWidth(text);
        return checkText(fits(plain) ? plain : text, type);
    }

    private boolean fits(String text) {
        return pattern == null || pattern.matcher(text).matches();
    }

    private String checkText(String text, TextType type) throws BadValue {
        checkLength(text, type);
        if (!fits(text)) {
            throw new BadValue(
                    "「%s」不合格式 %s".formatted(NumberReader.shorten(text), pattern),
                    "\"%s\" does not match %s".formatted(NumberReader.shorten(text), pattern));
        }
        return text;
    }

    private static String checkLength(String text, TextType type) throws BadValue {
        if (text.length() > type.maxLength() && text.codePointCount(0, text.length()) > type.maxLength()) {
            throw new BadValue(
                    "最长 %d 个字，这里 %d 个".formatted(type.maxLength(), text.codePointCount(0, text.length())),
                    "at most %d characters, got %d".formatted(type.maxLength(), text.codePointCount(0, text.length())));
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadValue("含有空字符 U+0000", "contains the character U+0000");
        }
        return text;
    }

    private static Long whole(BigDecimal number, String text) throws BadValue {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new BadValue("「%s」不是整数".formatted(text), "\"%s\" is not a whole number".formatted(text));
        }
    }

    private static BigDecimal checkDecimal(BigDecimal number, DecimalType type) throws BadValue {
        BigDecimal kept = number;
        if (number.scale() != type.decimals()) {
            try {
                kept = number.setScale(type.decimals(), RoundingMode.UNNECESSARY);
            } catch (ArithmeticException e) {
                throw new BadValue(
                        "%s 的小数多于 %d 位".formatted(number.toPlainString(), type.decimals()),
                        "%s has more than %d decimals".formatted(number.toPlainString(), type.decimals()));
            }
        }
        if (kept.precision() > type.digits()) {
            int whole = type.digits() - type.decimals();
            throw new BadValue(
                    "%s 的整数部分多于 %d 位".formatted(number.toPlainString(), whole),
                    "%s has more than %d digits before the point".formatted(number.toPlainString(), whole));
        }
        range(kept, type.min(), type.max());
        return kept;
    }

    private LocalDate checkDay(LocalDate date, boolean untilToday) throws BadValue {
        checkDate(date);
        if (untilToday && today != null && date.isAfter(today)) {
            throw new BadValue(
                    "不能晚于今天 %s，这里是 %s".formatted(today, date), "no later than today, %s; got %s".formatted(today, date));
        }
        return date;
    }

    private static LocalDate checkDate(LocalDate date) throws BadValue {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new BadValue("年份须在 1 到 9999 之间", "the year must be between 1 and 9999");
        }
        return date;
    }

    private static void range(BigDecimal number, @Nullable BigDecimal min, @Nullable BigDecimal max) throws BadValue {
        if (min != null && number.compareTo(min) < 0) {
            throw new BadValue("不得小于 %s，这里是 %s".formatted(min.toPlainString(), number.toPlainString()),
                    "at least %s, got %s".formatted(min.toPlainString(), number.toPlainString()));
        }
        if (max != null && number.compareTo(max) > 0) {
            throw new BadValue("不得大于 %s，这里是 %s".formatted(max.toPlainString(), number.toPlainString()),
                    "at most %s, got %s".formatted(max.toPlainString(), number.toPlainString()));
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Long number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static Boolean truth(String text) throws BadValue {
        String plain = Plain.halfWidth(text).toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) {
            return true;
        }
        if (NO.contains(plain)) {
            return false;
        }
        throw new BadValue("「%s」不是「是」或「否」".formatted(text), "\"%s\" is neither yes nor no".formatted(text));
    }

    private String member(EnumerationType type, String text) throws BadValue {
        String id = members.get(text);
        if (id == null) {
            id = members.get(Plain.halfWidth(text).toLowerCase(Locale.ROOT));
        }
        if (id == null) {
            throw notMember(type, text);
        }
        return id;
    }

    private BadValue notMember(EnumerationType type, String text) {
        Optional<String> near = EditDistance.suggestion(text, members.keySet());
        String listZh = type.values().stream().map(v -> v.title().zh()).collect(Collectors.joining("、"));
        String listEn = type.values().stream().map(v -> v.title().en()).collect(Collectors.joining(", "));
        return new BadValue(
                "「%s」不在 %s 之中%s".formatted(NumberReader.shorten(text), listZh, near.map(n -> "；是不是 " + n + "?").orElse("")),
                "\"%s\" is not one of %s%s".formatted(NumberReader.shorten(text), listEn, near.map(n -> "; did you mean " + n + "?").orElse("")));
    }

    private String unit(String text, Set<org.luoshi.kernel.unit.UnitKind> kinds) throws BadValue {
        String known = seen.get(text);
        if (known == null) {
            known = units.read(text, kinds);
            if (seen.size() < REMEMBERED) {
                seen.put(text, known);
            }
        }
        return known;
    }
}
