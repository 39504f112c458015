package org.luoshi.kernel.clock;

import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.clock.ClockEvent.CalendarPublished;
import org.luoshi.kernel.clock.ClockEvent.Completed;
import org.luoshi.kernel.clock.ClockEvent.Extended;
import org.luoshi.kernel.clock.ClockEvent.Resumed;
import org.luoshi.kernel.clock.ClockEvent.Returned;
import org.luoshi.kernel.clock.ClockEvent.Started;
import org.luoshi.kernel.clock.ClockEvent.Suspended;
import org.luoshi.kernel.clock.ClockEvent.Withdrawn;
import org.luoshi.kernel.clock.SuspensionCause.NoticeDuty;
import org.luoshi.kernel.text.Text;

/// What a clock's terms and ledger alone say against an event, without a calendar.
final class Lawfulness {

    private final ClockDefinition definition;
    private final ClockLedger ledger;
    private final ClockTerms terms;

    private Lawfulness(LegalClock clock) {
        this.definition = clock.definition();
        this.ledger = clock.ledger();
        this.terms = clock.terms();
    }

    /// Null when nothing speaks against it.
    static @Nullable ClockRefusal refusal(LegalClock clock, ClockEvent event) {
        return new Lawfulness(clock).against(event);
    }

    private @Nullable ClockRefusal against(ClockEvent event) {
        ClockEvent end = ledger.end();
        if (end != null) return new ClockRefusal.EndedAlready(end.on());
        if (event instanceof Started) return new ClockRefusal.StartedAlready(ledger.start().on());
        if (event.at().isBefore(ledger.last().at())) return new ClockRefusal.OutOfOrder(ledger.last().at(), event.at());
        return switch (event) {
            case Suspended suspended -> againstSuspension(suspended);
            case Resumed _ -> ledger.isSuspended() ? null : new ClockRefusal.NotSuspended();
            case Extended extended -> againstExtension(extended);
            case Completed completed -> againstCompletion(completed);
            case Returned returned -> returned.reason().isBlank() ? new ClockRefusal.NoReason() : null;
            case Withdrawn _, ClockEvent.Discontinued _, CalendarPublished _, Started _ -> null;
        };
    }

    private @Nullable ClockRefusal againstSuspension(Suspended event) {
        Suspended open = ledger.suspended();
        if (open != null) return new ClockRefusal.SuspendedAlready(open.on(), title(open));
        SuspensionCause cause = terms.cause(event.cause()).orElse(null);
        if (cause == null) {
            return new ClockRefusal.CauseNotLawful(
                    event.cause(),
                    terms.causes().stream().map(SuspensionCause::title).toList());
        }
        WrittenNotice notice = event.notice();
        if (notice == null)
            return cause.notice() == NoticeDuty.NONE ? null : new ClockRefusal.NoNotice(cause.title(), cause.basis());
        if (notice.on().isAfter(event.on()))
            return new ClockRefusal.NoticeAfterwards(notice.number(), notice.on(), event.on());
        if (notice.until() == null) {
            boolean timeNeeded = cause.notice() == NoticeDuty.WRITTEN_WITH_TIME;
            return timeNeeded ? new ClockRefusal.NoticeWithoutTime(notice.number(), cause.basis()) : null;
        }
        return notice.until().isBefore(event.on())
                ? new ClockRefusal.NoticeEndsBefore(notice.number(), notice.until(), event.on())
                : null;
    }

    private @Nullable ClockRefusal againstExtension(Extended event) {
        if (terms.extension() == null) return new ClockRefusal.NoExtension();
        ExtensionRule rule = terms.extension().value();
        Extended before = ledger.extended();
        if (before != null) return new ClockRefusal.ExtendedAlready(before.on(), before.days());
        if (event.days() < 1 || event.days() > rule.maxDays())
            return new ClockRefusal.ExtensionOutOfRange(event.days(), rule.maxDays());
        if (event.approval() == null || !event.approval().role().equals(rule.approver()))
            return new ClockRefusal.NotApproved(rule.approverTitle());
        return event.reason().isBlank() ? new ClockRefusal.NoReason() : null;
    }

    private @Nullable ClockRefusal againstCompletion(Completed event) {
        if (!definition.endedBy().contains(event.event()))
            return new ClockRefusal.OtherEvent(event.event(), definition.endedBy());
        Suspended open = ledger.suspended();
        return open == null ? null : new ClockRefusal.CompletedWhileSuspended(open.on(), title(open));
    }

    private Text title(Suspended suspended) {
        return terms.cause(suspended.cause()).orElseThrow().title();
    }
}
