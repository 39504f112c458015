package org.luoshi.observation.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.observation.Answer.Reason;
import org.luoshi.observation.Further;
import org.luoshi.observation.Measured;
import org.luoshi.observation.Observation;
import org.luoshi.observation.Quality;
import org.luoshi.observation.Reading;

/// Says of each reading of one group whether it becomes an observation, and which.
///
/// A single one, for the writer's thread: it remembers what the group has brought so far.
final class Judge {

    /// Characters; a description fits, a file does not.
    static final int LONGEST_WORDS = 10_000;

    private final Map<Long, Extent> extents;
    private final Set<Long> features;
    private final Units units;
    private final Instant knownAt;
    private final Instant earliest;
    private final Instant latest;
    private final Map<String, Boolean> allowed = new HashMap<>();
    private Viewer sender = Viewer.system();
    private @Nullable Extent last;
    private long lastId;

    /// @param features of those that readings name, the ones there are
    /// @param earliest no phenomenon is older
    /// @param latest no phenomenon is younger
    Judge(
            Map<Long, Extent> extents,
            Set<Long> features,
            Units units,
            Instant knownAt,
            Instant earliest,
            Instant latest,
            long lastId) {
        this.extents = extents;
        this.features = features;
        this.units = units;
        this.knownAt = knownAt;
        this.earliest = earliest;
        this.latest = latest;
        this.lastId = lastId;
    }

    sealed interface Verdict {

        record Kept(Observation observation) implements Verdict {}

        record Out(Reason reason) implements Verdict {}
    }

    /// Whose readings follow.
    void hear(Viewer sender) {
        this.sender = sender;
        allowed.clear();
    }

    Collection<Extent> extents() {
        return extents.values();
    }

    Verdict judge(Reading reading) {
        Extent extent = last != null && last.stream().id() == reading.datastream() ? last : extents.get(reading.datastream());
        last = extent;
        if (extent == null || !mayWrite(extent.stream())) return new Verdict.Out(Reason.UNKNOWN_DATASTREAM);
        Reason why = refusal(reading);
        return why == null ? judge(reading, extent) : new Verdict.Out(why);
    }

    private @Nullable Reason refusal(Reading reading) {
        Reason why = refusal(reading.phenomenonTime());
        if (why == null && reading.resultTime() != null) why = refusal(reading.resultTime());
        if (why == null && reading.feature() != null && !features.contains(reading.feature())) why = Reason.UNKNOWN_FEATURE;
        Further further = reading.further();
        if (why != null || further == Further.NOTHING) return why;
        if (further.phenomenonEnd() != null) {
            if (further.phenomenonEnd().isBefore(reading.phenomenonTime())) return Reason.TIME_TURNED_ROUND;
            why = refusal(further.phenomenonEnd());
        }
        boolean turned = further.validFrom() != null
                && further.validUntil() != null
                && further.validUntil().isBefore(further.validFrom());
        return turned ? Reason.TIME_TURNED_ROUND : why;
    }

    private @Nullable Reason refusal(Instant moment) {
        if (moment.isBefore(earliest)) return Reason.TIME_TOO_EARLY;
        return moment.isAfter(latest) ? Reason.TIME_IN_FUTURE : null;
    }

    private Verdict judge(Reading reading, Extent extent) {
        Stream stream = extent.stream();
        return switch (reading.result()) {
            case Measured.Amount(double value) when Double.isFinite(value) ->
                keep(reading, extent, value, null, null, stream.holds(value) ? null : Quality.OUT_OF_RANGE);
            case Measured.Amount(double value) ->
                keep(reading, extent, null, Double.toString(value), null, Quality.NO_NUMBER);
            case Measured.Words(String text) when unreadable(text) -> new Verdict.Out(Reason.UNREADABLE_WORDS);
            case Measured.Words(String text) ->
                keep(reading, extent, null, text, null, stream.numeric() ? Quality.NO_NUMBER : null);
            case Measured.Document(String json) when unreadable(json) -> new Verdict.Out(Reason.UNREADABLE_WORDS);
            case Measured.Document(String json) ->
                keep(reading, extent, null, null, json, stream.numeric() ? Quality.NO_NUMBER : null);
            case Measured.Withdrawn() -> keep(reading, extent, null, null, null, Quality.WITHDRAWN);
        };
    }

    private static boolean unreadable(String text) {
        return text.length() > LONGEST_WORDS || text.indexOf('\0') >= 0;
    }

    private Verdict keep(
            Reading reading,
            Extent extent,
            @Nullable Double amount,
            @Nullable String words,
            @Nullable String document,
            @Nullable Quality doubt) {
        Instant soFar = extent.newestTime();
        boolean late = soFar != null && reading.phenomenonTime().isBefore(soFar);
        Quality quality = doubt != null ? doubt : late ? Quality.LATE : Quality.GOOD;
        Long feature = reading.feature() != null ? reading.feature() : extent.stream().feature();
        Observation kept = new Observation(
                ++lastId,
                reading.datastream(),
                reading.phenomenonTime(),
                reading.resultTime(),
                knownAt,
                feature,
                amount,
                words,
                document,
                quality,
                reading.further());
        extent.add(kept, late);
        return new Verdict.Kept(kept);
    }

    private boolean mayWrite(Stream stream) {
        return sender.everywhere()
                || allowed.computeIfAbsent(
                        stream.unit(), unit -> units.isWithin(unit, sender.scope(Permission.WRITE_RECORD)));
    }
}
