package org.luoshi.process.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.ClockHolder;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.clock.acceptance.Acceptance;
import org.luoshi.kernel.clock.acceptance.AcceptanceEvent;
import org.luoshi.kernel.clock.acceptance.AcceptanceState;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CaseClock;

/// What the law takes for done because nobody acted in time 逾期不告知的视为受理.
///
/// @param since from when it counts as done
/// @param missed the last day for a notice
record Deemed(LocalDateTime since, LocalDate missed) {

    /// Empty while there is time, once the clock has ended, and where the applicant was told in time what is missing.
    static Optional<Deemed> of(LegalClock clock, WorkingCalendar calendar, LocalDateTime now) {
        if (clock.ledger().end() != null) return Optional.empty();
        List<AcceptanceEvent> told = clock.ledger().events().stream()
                .filter(ClockEvent.Suspended.class::isInstance)
                .map(ClockEvent.Suspended.class::cast)
                .limit(1)
                .<AcceptanceEvent>map(suspended -> new AcceptanceEvent.Noticed(
                        suspended.at(), number(suspended.notice()), List.of(suspended.cause())))
                .toList();
        return new Acceptance(clock, told).state(calendar, now) instanceof AcceptanceState.DeemedAccepted deemed
                ? Optional.of(new Deemed(clock.ledger().start().at(), deemed.missed()))
                : Optional.empty();
    }

    Text text(CaseClock clock) {
        Text title = clock.definition().title();
        if (clock.definition().holder() == ClockHolder.APPLICANT) {
            return new Text(
                    "“%s”已于 %s 届满而未获答复，系统随即按规定流转".formatted(title.zh(), missed),
                    "`%s` ran out on %s without an answer, and the case moves on by itself as declared"
                            .formatted(title.en(), missed));
        }
        if (clock.definition().holder() != ClockHolder.AGENCY) {
            return new Text(
                    "“%s”已于 %s 届满，系统随即按规定流转".formatted(title.zh(), missed),
                    "`%s` ended on %s, and the case moves on by itself as declared".formatted(title.en(), missed));
        }
        return new Text(
                "“%s”已于 %s 届满而无人告知，依法自 %s 起视为已办，系统随即按此流转"
                        .formatted(title.zh(), missed, since.toLocalDate()),
                "`%s` ran out on %s and nobody gave notice: by law it counts as done from %s, and the case moves on by itself"
                        .formatted(title.en(), missed, since.toLocalDate()));
    }

    private static String number(@Nullable WrittenNotice notice) {
        return notice == null ? "" : notice.number();
    }
}
