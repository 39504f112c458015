package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.clock.ClockEvent.Completed;
import org.luoshi.kernel.clock.ClockEvent.Extended;
import org.luoshi.kernel.clock.ClockEvent.Resumed;
import org.luoshi.kernel.clock.ClockEvent.Returned;
import org.luoshi.kernel.clock.ClockEvent.Started;
import org.luoshi.kernel.clock.ClockEvent.Suspended;
import org.luoshi.kernel.clock.ClockEvent.Withdrawn;
import org.luoshi.kernel.clock.SuspensionCause.NoticeDuty;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Validity;

/// Clocks and events for tests, with as few words as a case needs. Events are at nine in the morning.
final class Terms {

    static final LegalBasis BASIS = new LegalBasis(new Text("示例法", "Sample Law"), new Text("第一条", "art. 1"), true);
    static final SuspensionCause REVIEW = new SuspensionCause(
            "expert_review", new Text("专家评审", "expert review"), NoticeDuty.WRITTEN_WITH_TIME, BASIS);
    static final SuspensionCause HEARING =
            new SuspensionCause("hearing", new Text("听证", "hearing"), NoticeDuty.WRITTEN, BASIS);
    static final SuspensionCause FORCE_MAJEURE =
            new SuspensionCause("force_majeure", new Text("不可抗力", "force majeure"), NoticeDuty.NONE, BASIS);

    private Terms() {}

    static ClockTerms of(Limit legal, FirstDay firstDay, LastDay lastDay, @Nullable Limit promised) {
        return new ClockTerms(
                Validity.ALWAYS,
                new Cited<>(legal, BASIS),
                promised == null ? null : new Cited<>(promised, BASIS),
                new Cited<>(firstDay, BASIS),
                new Cited<>(lastDay, BASIS),
                null,
                new Cited<>(new ExtensionRule(10, "head", new Text("负责人", "the head")), BASIS),
                List.of(REVIEW, HEARING, FORCE_MAJEURE),
                List.of());
    }

    static ClockTerms of(Limit legal) {
        return of(legal, FirstDay.NOT_COUNTED, LastDay.MOVES_TO_WORKING_DAY, null);
    }

    static ClockTerms closing(ClockTerms terms, LocalTime closing) {
        return new ClockTerms(
                terms.inForce(),
                terms.legal(),
                terms.promised(),
                terms.firstDay(),
                terms.lastDay(),
                closing,
                terms.extension(),
                terms.causes(),
                terms.levels());
    }

    static ClockDefinition define(ClockTerms... terms) {
        return new ClockDefinition(
                "decision", new Text("决定", "decision"), ClockHolder.AGENCY, "accepted", Set.of("decided"), List.of(terms));
    }

    static LegalClock started(ClockTerms terms, String on) {
        return LegalClock.start(define(terms), start(on)).orThrow();
    }

    static Started start(String on) {
        return new Started(LocalDate.parse(on).atTime(9, 0), "accepted", "受理〔2024〕1号");
    }

    /// For an expert review, with a notice of that day that tells its last day.
    static Suspended suspend(String on, String until) {
        LocalDate day = LocalDate.parse(on);
        return new Suspended(
                day.atTime(9, 0), "expert_review", new WrittenNotice("告知〔2024〕7号", day, LocalDate.parse(until)));
    }

    static Suspended suspendUntold(String on) {
        return new Suspended(LocalDate.parse(on).atTime(9, 0), "force_majeure", null);
    }

    static Resumed resume(String on) {
        return new Resumed(LocalDate.parse(on).atTime(9, 0), null);
    }

    static Returned giveBack(String on) {
        return new Returned(LocalDate.parse(on).atTime(9, 0), "review", "acceptance", "附图不清");
    }

    static Extended extend(String on, int days) {
        return new Extended(LocalDate.parse(on).atTime(9, 0), days, new Approval("u1", "head", null), "情况复杂");
    }

    static Completed decide(String on) {
        return new Completed(LocalDate.parse(on).atTime(9, 0), "decided");
    }

    static Withdrawn withdraw(String on) {
        return new Withdrawn(LocalDate.parse(on).atTime(9, 0), null);
    }
}
