package org.luoshi.kernel.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.luoshi.kernel.text.Language;

/// One day, ISO week, month, quarter, half-year or year.
///
/// Ordered by first day, and the longer one first where two start together, so that a parent precedes its parts.
///
/// @param kind how long
/// @param start its first day; years 0001 to 9999
public record Period(PeriodKind kind, LocalDate start) implements Comparable<Period> {

    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::start).thenComparing(Period::kind, Comparator.reverseOrder());

    public Period {
        if (start.getYear() < 1 || start.getYear() > 9999)
            throw new IllegalArgumentException("need a year from 0001 to 9999, got %s".formatted(start));
        if (!kind.startOf(start).equals(start))
            throw new IllegalArgumentException("%s is not the first day of a %s".formatted(start, kind.id()));
    }

    /// The period of that kind that holds `date`.
    public static Period of(PeriodKind kind, LocalDate date) {
        return new Period(kind, kind.startOf(date));
    }

    /// Reads an id and says what is wrong with it when it is none.
    public static PeriodReading read(String id) {
        return PeriodId.read(id);
    }

    /// @throws PeriodFormatException saying what is wrong with it, in both languages
    public static Period parse(String id) {
        return switch (read(id)) {
            case PeriodReading.Read(var period) -> period;
            case PeriodReading.Unreadable(var reason) -> throw new PeriodFormatException(reason);
        };
    }

    public static Optional<Period> tryParse(String id) {
        return read(id) instanceof PeriodReading.Read(var period) ? Optional.of(period) : Optional.empty();
    }

    /// Every period of that kind with a day in `from` to `to`, both inclusive; empty when `to` is before `from`.
    public static List<Period> range(PeriodKind kind, LocalDate from, LocalDate to) {
        List<Period> periods = new ArrayList<>();
        if (to.isBefore(from)) return periods;
        for (Period period = of(kind, from); !period.start().isAfter(to); period = period.next()) periods.add(period);
        return periods;
    }

    /// The periods from `from` to `to`, both inclusive; the two must be of one kind.
    public static List<Period> range(Period from, Period to) {
        from.requireKind(to);
        return range(from.kind(), from.start(), to.start());
    }

    /// As in addresses and packs: `2025-03-01`, `2025-W05`, `2025-03`, `2025-Q1`, `2025-H1`, `2025`.
    public String id() {
        return PeriodId.of(this);
    }

    /// Last day, inclusive.
    public LocalDate end() {
        return kind.shift(start, 1).minusDays(1);
    }

    /// Length in days.
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, kind.shift(start, 1)));
    }

    public Period next() {
        return plus(1);
    }

    public Period previous() {
        return plus(-1);
    }

    /// The period `count` later, earlier when negative.
    public Period plus(long count) {
        return new Period(kind, kind.shift(start, count));
    }

    /// How many periods later `other` is, negative when earlier; the two must be of one kind.
    public long until(Period other) {
        requireKind(other);
        return switch (kind) {
            case DAY -> ChronoUnit.DAYS.between(start, other.start);
            case WEEK -> ChronoUnit.WEEKS.between(start, other.start);
            case MONTH -> ChronoUnit.MONTHS.between(start, other.start);
            case QUARTER -> ChronoUnit.MONTHS.between(start, other.start) / 3;
            case HALF_YEAR -> ChronoUnit.MONTHS.between(start, other.start) / 6;
            case YEAR -> ChronoUnit.YEARS.between(start, other.start);
        };
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end());
    }

    /// Whether every day of `other` is in this period. A week across a month's end is in neither month.
    public boolean contains(Period other) {
        return contains(other.start) && contains(other.end());
    }

    public boolean overlaps(Period other) {
        return !other.end().isBefore(start) && !other.start.isAfter(end());
    }

    /// The periods of a shorter (or the same) kind that lie wholly in this one.
    public List<Period> parts(PeriodKind shorter) {
        return range(shorter, start, end()).stream().filter(this::contains).toList();
    }

    /// As people write it: `2025年一季度`, `Q1 2025`.
    public String label(Language language) {
        return PeriodLabel.of(this, language);
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id();
    }

    private void requireKind(Period other) {
        if (kind != other.kind)
            throw new IllegalArgumentException("need two periods of one kind, got %s and %s".formatted(this, other));
    }
}
