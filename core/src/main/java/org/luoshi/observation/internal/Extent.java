package org.luoshi.observation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.observation.Observation;
import org.luoshi.observation.Quality;

/// A datastream, and what one group adds to it so far.
final class Extent {

    private final Stream stream;
    private final Set<Long> features = new HashSet<>(2);
    private final List<Instant> revised = new ArrayList<>(0);
    private @Nullable Observation newest;
    private @Nullable Instant earliest;
    private @Nullable Instant latest;
    private @Nullable Instant earliestResult;
    private @Nullable Instant latestResult;

    Extent(Stream stream) {
        this.stream = stream;
    }

    /// @param late whether something newer is stored or came before it in this group
    void add(Observation one, boolean late) {
        if (one.further().revises() != null) revised.add(one.phenomenonTime());
        if (one.quality() == Quality.WITHDRAWN) return;
        if (!late) newest = one;
        Instant end = one.further().phenomenonEnd();
        earliest = earlier(earliest, one.phenomenonTime());
        latest = later(latest, end == null ? one.phenomenonTime() : end);
        Instant result = one.resultTime();
        if (result != null) {
            earliestResult = earlier(earliestResult, result);
            latestResult = later(latestResult, result);
        }
        if (one.feature() != null) features.add(one.feature());
    }

    Stream stream() {
        return stream;
    }

    /// Phenomenon time of the newest, stored or of this group; null: none.
    @Nullable Instant newestTime() {
        return newest == null ? stream.latest() : newest.phenomenonTime();
    }

    /// Null where all that came was late.
    @Nullable Observation newest() {
        return newest;
    }

    /// Null where nothing came.
    @Nullable Instant earliest() {
        return earliest;
    }

    @Nullable Instant latest() {
        return latest;
    }

    @Nullable Instant earliestResult() {
        return earliestResult;
    }

    @Nullable Instant latestResult() {
        return latestResult;
    }

    Set<Long> features() {
        return features;
    }

    /// Moments at which earlier versions were replaced or taken back by name.
    List<Instant> revised() {
        return revised;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
