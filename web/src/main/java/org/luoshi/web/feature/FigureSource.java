package org.luoshi.web.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Cell;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitCode;
import org.luoshi.pack.Indicator;
import org.luoshi.web.api.ApiParameter;
import org.luoshi.web.api.ApiRequest;
import org.luoshi.web.api.TimeSpan;
import org.luoshi.web.series.Observation;
import org.luoshi.web.series.Series;
import org.luoshi.web.shell.Messages;

/// The figures of an indicator, one feature a unit and period, newest period first.
///
/// Luoshi knows no outlines of units, only a schematic of cells; so a figure has no geometry, and is joined to a layer of
/// outlines by the unit's code.
final class FigureSource implements FeatureSource {

    static final String PREFIX = "indicator.";

    private static final String UNIT = "unit";
    private static final String KIND = "unit_kind";
    private static final String PERIOD = "period";


    private final Indicator indicator;
    private final Series series;
    private final Messages messages;

    FigureSource(Indicator indicator, Series series, Messages messages) {
        this.indicator = indicator;
        this.series = series;
        this.messages = messages;
    }

    @Override
    public String id() {
        return PREFIX + indicator.id();
    }

    @Override
    public Text title() {
        return indicator.title();
    }

    @Override
    public Text description() {
        return messages.text("feature.figures", indicator.unit().symbol());
    }

    @Override
    public String page() {
        return "/indicators/" + indicator.id();
    }

    @Override
    public boolean hasPlaces() {
        return false;
    }

    @Override
    public String timeProperty() {
        return PERIOD;
    }

    @Override
    public List<Property> properties() {
        return List.of(
                property(UNIT, Property.TEXT, true),
                property("unit_name", Property.TEXT, false),
                property(KIND, Property.TEXT, true),
                property("unit_code", Property.TEXT, false),
                property("unit_code_scheme", Property.TEXT, false),
                property(PERIOD, Property.TEXT, true),
                property("period_start", Property.DAY, false),
                property("period_end", Property.DAY, false),
                new Property("value", indicator.title(), Property.NUMBER, false),
                property("unit_of_measure", Property.TEXT, false),
                property("status", Property.TEXT, false),
                property("records", Property.WHOLE, false),
                property("known_at", Property.MOMENT, false));
    }

    private Property property(String name, Map<String, Object> schema, boolean filters) {
        return new Property(name, messages.text("feature.property." + name), schema, filters);
    }

    @Override
    public FeaturePage page(ApiRequest request, Map<String, String> wanted, Viewer viewer) {
        if (request.box() != null) return FeaturePage.EMPTY;
        List<Unit> units = series.units(indicator, request).stream()
                .filter(unit -> !wanted.containsKey(UNIT) || unit.id().equals(wanted.get(UNIT)))
                .filter(unit -> !wanted.containsKey(KIND) || unit.kind().id().equals(wanted.get(KIND)))
                .toList();
        List<Period> periods = series.periods(indicator, request).reversed().stream()
                .filter(period -> !wanted.containsKey(PERIOD) || period.id().equals(wanted.get(PERIOD)))
                .filter(period -> overlaps(period, request.time()))
                .toList();
        long all = (long) units.size() * periods.size();
        long from = offset(request);
        int size = Math.clamp(all - from, 0, request.limit());
        List<Feature> features = series.stretch(indicator, periods, units, from, size, request).stream()
                .map(found -> feature(found, request))
                .toList();
        return new FeaturePage(features, all, from + size < all ? String.valueOf(from + size) : null);
    }

    private static boolean overlaps(Period period, @Nullable TimeSpan span) {
        return span == null
                || (span.firstDay() == null || !period.end().isBefore(span.firstDay()))
                        && (span.lastDay() == null || !period.start().isAfter(span.lastDay()));
    }

    private static long offset(ApiRequest request) {
        String after = request.text(ApiParameter.AFTER);
        if (after == null) return 0;
        if (!after.matches("[0-9]{1,9}")) throw request.mistyped(ApiParameter.AFTER);
        return Long.parseLong(after);
    }

    @Override
    public Optional<Feature> item(String id, ApiRequest request, Viewer viewer) {
        int parted = id.lastIndexOf('~');
        if (parted < 0) return Optional.empty();
        Optional<Period> period = series.periods(indicator, request).stream()
                .filter(one -> one.id().equals(id.substring(parted + 1)))
                .findFirst();
        Optional<Unit> unit = series.units(indicator, request).stream()
                .filter(one -> one.id().equals(id.substring(0, parted)))
                .findFirst();
        if (period.isEmpty() || unit.isEmpty()) return Optional.empty();
        return series.stretch(indicator, List.of(period.get()), List.of(unit.get()), 0, 1, request).stream()
                .map(found -> feature(found, request))
                .findFirst();
    }

    private Feature feature(Observation found, ApiRequest request) {
        Cell cell = found.cell();
        UnitCode code = found.unit().codes().isEmpty() ? null : found.unit().codes().getFirst();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put(UNIT, found.unit().id());
        properties.put("unit_name", request.say(found.unit().name()));
        properties.put(KIND, found.unit().kind().id());
        properties.put("unit_code", code == null ? null : code.code());
        properties.put("unit_code_scheme", code == null ? null : code.scheme() + "@" + code.version());
        properties.put(PERIOD, cell.period().id());
        properties.put("period_start", cell.period().start().toString());
        properties.put("period_end", cell.period().end().toString());
        properties.put("value", cell.value());
        properties.put("unit_of_measure", indicator.unit().symbol());
        properties.put("status", found.status().code());
        properties.put("records", cell.records());
        properties.put("known_at", cell.knownAt().toString());
        return Feature.of(found.unit().id() + "~" + cell.period().id(), null, properties);
    }
}
