package org.luoshi.register.internal.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.value.CommitmentIndex;
import org.luoshi.register.internal.value.UnitIndex;

/// Values as people read and write them.
public final class ValueText {

    /// As a browser's date-and-time input takes it; seconds only where there are any.
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private static final DateTimeFormatter LOCAL_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final Text YES = new Text("是", "yes");
    private static final Text NO = new Text("否", "no");

    private final UnitIndex units;
    private final CommitmentIndex commitments;

    public ValueText(UnitIndex units, CommitmentIndex commitments) {
        this.units = units;
        this.commitments = commitments;
    }

    /// For an input or a data file: what [org.luoshi.register.internal.value.FieldReader] reads back as the same value.
    public static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Instant moment -> local(moment);
            default -> value.toString();
        };
    }

    /// For a page. Empty where there is no value: the page has its own sign for that.
    ///
    /// @param references `_id` → label for this field
    public String show(Field field, @Nullable Object value, Language language, Map<Long, String> references) {
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case EnumerationType(var values) -> values.stream()
                    .filter(v -> v.id().equals(value))
                    .findFirst()
                    .map(EnumerationValue::title)
                    .orElse(Text.same(value.toString()))
                    .in(language);
            case UnitType _ -> units.find((String) value)
                    .map(u -> u.shortName().in(language))
                    .orElse((String) value);
            case CommitmentType _ -> commitments.title((String) value).map(t -> t.in(language)).orElse((String) value);
            case ReferenceType _ when value instanceof Long id -> references.getOrDefault(id, "#" + id);
            default -> value instanceof Boolean truth
                    ? (truth ? YES : NO).in(language)
                    : plain(value).replace('T', value instanceof Instant ? ' ' : 'T');
        };
    }

    private static String local(Instant moment) {
        var time = moment.atZone(Setting.ZONE);
        return time.getSecond() == 0 ? LOCAL.format(time) : LOCAL_SECONDS.format(time);
    }
}
