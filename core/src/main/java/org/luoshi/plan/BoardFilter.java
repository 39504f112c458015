package org.luoshi.plan;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.StatusRule;

/// Which commitments a list shows.
///
/// @param focuses ids; empty for all
/// @param statuses empty for all
/// @param unit leads or assists; null for all
/// @param dueFrom something is due on or after: the next milestone not reached, else the end of the period
/// @param dueTo something is due on or before
/// @param text part of a title, either language
/// @param from first row wanted, 0-based
/// @param limit at most so many rows
public record BoardFilter(
        Set<String> focuses,
        @Nullable String measure,
        Set<StatusRule.Status> statuses,
        @Nullable String unit,
        Part part,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable String text,
        Order order,
        int from,
        int limit) {

    public static final BoardFilter ALL = new BoardFilter(
            Set.of(), null, Set.of(), null, Part.ANY, null, null, null, Order.PLAN, 0, Integer.MAX_VALUE);

    public BoardFilter {
        focuses = Set.copyOf(focuses);
        statuses = Set.copyOf(statuses);
    }

    /// In which part a unit appears.
    public enum Part {
        ANY,
        LEAD,
        ASSIST
    }

    public enum Order {
        /// as in the plan
        PLAN,
        /// worst first, then longest so
        STATUS,
        /// what is due next first
        DUE
    }

    public BoardFilter page(int from, int limit) {
        return new BoardFilter(focuses, measure, statuses, unit, part, dueFrom, dueTo, text, order, from, limit);
    }

    public BoardFilter ofUnit(String unit, Part part) {
        return new BoardFilter(focuses, measure, statuses, unit, part, dueFrom, dueTo, text, order, from, limit);
    }

    public BoardFilter ofFocus(String focus) {
        return new BoardFilter(
                Set.of(focus), measure, statuses, unit, part, dueFrom, dueTo, text, order, from, limit);
    }

    public BoardFilter withStatuses(Set<StatusRule.Status> statuses) {
        return new BoardFilter(focuses, measure, statuses, unit, part, dueFrom, dueTo, text, order, from, limit);
    }

    /// The gravest of those at risk or behind.
    public BoardFilter offPath(int most) {
        return new BoardFilter(
                focuses,
                measure,
                Set.of(StatusRule.Status.AT_RISK, StatusRule.Status.BEHIND),
                unit,
                part,
                dueFrom,
                dueTo,
                text,
                Order.STATUS,
                0,
                most);
    }

    public BoardFilter dueBetween(LocalDate from, LocalDate to) {
        return new BoardFilter(focuses, measure, statuses, unit, part, from, to, text, Order.DUE, this.from, limit);
    }
}
