package org.luoshi.kernel.unit;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The days on which something holds.
///
/// @param from first day
/// @param to the day after the last one; null while no end is known
public record Validity(LocalDate from, @Nullable LocalDate to) {

    /// Since before any record we keep.
    public static final Validity ALWAYS = new Validity(LocalDate.of(1, 1, 1), null);

    public Validity {
        if (to != null && !from.isBefore(to))
            throw new IllegalArgumentException("need from before to, got %s and %s".formatted(from, to));
    }

    public static Validity since(LocalDate from) {
        return new Validity(from, null);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }

    /// Whether every day of `other` is in this one.
    public boolean contains(Validity other) {
        return intersect(other).filter(other::equals).isPresent();
    }

    public boolean overlaps(Validity other) {
        return intersect(other).isPresent();
    }

    /// The days in both, or empty when there are none.
    public Optional<Validity> intersect(Validity other) {
        LocalDate start = from.isAfter(other.from) ? from : other.from;
        LocalDate end = earlier(to, other.to);
        return end == null || start.isBefore(end) ? Optional.of(new Validity(start, end)) : Optional.empty();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null) return b;
        if (b == null) return a;
        return a.isBefore(b) ? a : b;
    }

    @Override
    public String toString() {
        return to == null ? from + "/.." : from + "/" + to;
    }
}
