package org.luoshi.web.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.register.Filter;
import org.luoshi.register.ListRefused;
import org.luoshi.register.ListRequest;
import org.luoshi.register.Point;
import org.luoshi.register.RecordPage;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.web.api.ApiParameter;
import org.luoshi.web.api.ApiRequest;
import org.luoshi.web.api.Box;
import org.luoshi.web.api.TimeSpan;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Messages;

/// The records of a register. The first point is a record's geometry, its first date or moment its time; CGCS2000 and
/// WGS 84 differ by centimetres and both are given as CRS84.
final class RegisterSource implements FeatureSource {

    static final String PREFIX = "register.";

    private final Register register;
    private final Messages messages;
    private final Entity entity;
    private final @Nullable Field place;
    private final @Nullable Field time;

    RegisterSource(Register register, Messages messages) {
        this.register = register;
        this.messages = messages;
        this.entity = register.entity();
        this.place = first(FieldType.PointType.class);
        Field day = first(FieldType.DateType.class);
        Field moment = first(FieldType.MomentType.class);
        this.time = day != null ? day : moment;
    }

    private @Nullable Field first(Class<? extends FieldType> type) {
        return entity.fields().stream()
                .filter(field -> type.isInstance(field.type()) && field.personal() == null)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String id() {
        return PREFIX + entity.id();
    }

    @Override
    public Text title() {
        return entity.plural();
    }

    @Override
    public Text description() {
        if (place == null) return messages.text("feature.register.no-place");
        Text title = place.title();
        return new Text(
                messages.say(Language.ZH, "feature.register", title.zh()),
                messages.say(Language.EN, "feature.register", title.en()));
    }

    @Override
    public String page() {
        return "/registers/" + entity.id();
    }

    @Override
    public boolean hasPlaces() {
        return place != null;
    }

    @Override
    public @Nullable String timeProperty() {
        return time == null ? null : time.id();
    }

    @Override
    public List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        properties.add(new Property("_version", messages.text("feature.property._version"), Property.WHOLE, false));
        properties.add(new Property("_known_from", messages.text("feature.property._known_from"), Property.MOMENT, false));
        for (Field field : entity.fields()) {
            if (field.equals(place)) continue;
            boolean filters = field.personal() == null && !(field.type() instanceof FieldType.PointType);
            properties.add(new Property(field.id(), field.title(), schema(field), filters));
            labelOf(field).ifPresent(label -> properties.add(new Property(
                    label,
                    new Text(
                            messages.say(Language.ZH, "feature.property.label", field.title().zh()),
                            messages.say(Language.EN, "feature.property.label", field.title().en())),
                    Property.TEXT,
                    false)));
        }
        return properties;
    }

    private static Map<String, Object> schema(Field field) {
        if (field.personal() != null) return Property.TEXT; // masked
        return switch (field.type()) {
            case FieldType.IntegerType _, FieldType.ReferenceType _ -> Property.WHOLE;
            case FieldType.DecimalType _ -> Property.NUMBER;
            case FieldType.BooleanType _ -> Property.TRUTH;
            case FieldType.DateType _ -> Property.DAY;
            case FieldType.MomentType _ -> Property.MOMENT;
            case FieldType.EnumerationType(var values) ->
                Map.of("type", "string", "enum", values.stream().map(FieldType.EnumerationValue::id).toList());
            default -> Property.TEXT;
        };
    }

    /// The property that says a code in words, unless a field has that name.
    private Optional<String> labelOf(Field field) {
        boolean coded = field.type() instanceof FieldType.EnumerationType
                || field.type() instanceof FieldType.UnitType
                || field.type() instanceof FieldType.ReferenceType
                || field.type() instanceof FieldType.CommitmentType;
        String label = field.id() + "_label";
        return coded && field.personal() == null && entity.field(label).isEmpty() ? Optional.of(label) : Optional.empty();
    }

    @Override
    public FeaturePage page(ApiRequest request, Map<String, String> wanted, Viewer viewer) {
        TimeSpan span = request.time();
        Box box = request.box();
        if ((span != null && time == null) || (box != null && place == null)) return FeaturePage.EMPTY;
        try {
            List<Filter> filters = new ArrayList<>();
            wanted.forEach((field, value) -> filters.add(register.filter(field, "eq", value)));
            if (span != null && time != null) filters.add(within(time, span));
            if (box != null && place != null)
                filters.add(new Filter.Box(place.id(), box.west(), box.south(), box.east(), box.north()));
            ListRequest asked = new ListRequest(
                    filters, null, null, request.limit(), request.text(ApiParameter.AFTER), null, request.moment());
            RecordPage page = register.list(asked, viewer);
            return new FeaturePage(
                    page.rows().stream()
                            .map(record -> feature(record, page.references(), request.language()))
                            .toList(),
                    page.count().exact() ? page.count().value() : null,
                    page.next());
        } catch (ListRefused refused) {
            throw new BadRequest(refused.reason());
        }
    }

    private static Filter within(Field time, TimeSpan span) {
        return time.type() instanceof FieldType.DateType
                ? new Filter.Range(time.id(), span.firstDay(), span.lastDay())
                : new Filter.Range(time.id(), span.from(), span.to());
    }

    @Override
    public Optional<Feature> item(String id, ApiRequest request, Viewer viewer) {
        if (!id.matches("[0-9]{1,18}")) return Optional.empty();
        return register.find(Long.parseLong(id), request.moment(), viewer)
                .map(record -> feature(record, register.references(List.of(record), viewer), request.language()));
    }

    private Feature feature(RegisterRecord record, Map<String, Map<Long, String>> references, Language language) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("_version", record.version());
        properties.put("_known_from", record.knownFrom().toString());
        for (Field field : entity.fields()) {
            if (field.equals(place)) continue;
            Object value = record.value(field.id());
            properties.put(field.id(), written(value));
            labelOf(field).ifPresent(label -> properties.put(
                    label,
                    value == null
                            ? null
                            : register.show(field.id(), value, language, references.getOrDefault(field.id(), Map.of()))));
        }
        Geometry geometry =
                place != null && record.value(place.id()) instanceof Point point ? Geometry.of(point) : null;
        return Feature.of(String.valueOf(record.id()), geometry, properties);
    }

    private static @Nullable Object written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> day.toString();
            case Instant moment -> moment.toString();
            case Point point -> point.toString();
            default -> value;
        };
    }
}
