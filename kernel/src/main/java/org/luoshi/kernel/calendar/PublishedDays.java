package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Working days 工作日 where their notices are final, for figures: what a notice may still change is unknown, never guessed.
///
/// Counts are kept one a day, so that a database can count as well: place 1 is the day before the first one, place 2 the
/// first. Equal editions give equal days, whose text names them.
public final class PublishedDays {

    private final LocalDate first;
    private final int[] working;
    private final int[] open;
    private final int[] dayOf;
    private final String years;

    /// @param editions without a conflict among them; see [CalendarConflict#among]
    public PublishedDays(Collection<CalendarEdition> editions) {
        WorkingCalendar calendar = new WorkingCalendar(editions);
        int from = calendar.years().isEmpty() ? 1970 : calendar.years().first();
        int to = calendar.years().isEmpty() ? 1969 : calendar.years().last();
        first = LocalDate.of(from, 1, 1);
        int days = Math.toIntExact(LocalDate.of(to + 1, 1, 1).toEpochDay() - first.toEpochDay());
        working = new int[days + 1];
        open = new int[days + 1];
        int[] places = new int[days];
        for (int i = 1; i <= days; i++) {
            LocalDate day = first.plusDays(i - 1L);
            boolean works = calendar.kindOf(day) == DayKind.WORKING;
            working[i] = working[i - 1] + (works ? 1 : 0);
            open[i] = open[i - 1] + (calendar.isProvisional(day) ? 1 : 0);
            if (works) places[working[i] - 1] = i + 1;
        }
        dayOf = Arrays.copyOf(places, working[days]);
        years = calendar.years().isEmpty() ? "" : from == to ? "" + from : from + "–" + to;
    }

    /// Working days after `from` up to and including `to`, negative when `to` is earlier; null unless every day from one
    /// to the other is final.
    public @Nullable Integer between(LocalDate from, LocalDate to) {
        long a = place(from);
        long b = place(to);
        return isFinal(Math.min(a, b), Math.max(a, b)) ? (Integer) (working[(int) b] - working[(int) a]) : null;
    }

    /// The `n`-th working day after `start`, before it when negative, `start` itself with 0; null unless every day from
    /// one to the other is final.
    public @Nullable LocalDate add(LocalDate start, long n) {
        long place = place(start);
        if (!isFinal(place, place)) return null;
        if (n == 0) return start;
        long count = n > 0 ? working[(int) place] + n : working[(int) place - 1] + n + 1;
        if (count < 1 || count > dayOf.length) return null;
        int found = dayOf[(int) count - 1] - 1;
        return isFinal(Math.min(place, found), Math.max(place, found)) ? first.plusDays(found - 1L) : null;
    }

    private long place(LocalDate day) {
        return day.toEpochDay() - first.toEpochDay() + 1;
    }

    private boolean isFinal(long from, long to) {
        return from >= 1 && to < open.length && open[(int) to] == open[(int) from - 1];
    }

    public LocalDate first() {
        return first;
    }

    /// Working days up to each day.
    public int[] working() {
        return working.clone();
    }

    /// Days up to each day that a notice may still change.
    public int[] open() {
        return open.clone();
    }

    /// The place of each working day.
    public int[] places() {
        return dayOf.clone();
    }

    /// Those with an edition, such as 2024–2026; empty where there is none.
    public String years() {
        return years;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublishedDays days
                && first.equals(days.first)
                && Arrays.equals(working, days.working)
                && Arrays.equals(open, days.open);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(working) + Arrays.hashCode(open);
    }

    @Override
    public String toString() {
        return "days of " + years + " " + Integer.toHexString(hashCode());
    }
}
