package org.luoshi.web.process;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.clock.Assumption;
import org.luoshi.kernel.clock.ClockDay;
import org.luoshi.kernel.clock.ClockReading;
import org.luoshi.kernel.clock.ClockState;
import org.luoshi.kernel.clock.DayReason;
import org.luoshi.kernel.clock.DueLevel;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.ClockStand;
import org.luoshi.web.shell.Messages;

/// Clocks of a case as panels: dates, days, and a strip on which each day can be checked by hand.
final class ClockPanels {

    private final Messages messages;

    ClockPanels(Messages messages) {
        this.messages = messages;
    }

    List<CasePage.ClockPanel> of(List<ClockStand> clocks) {
        return clocks.stream().map(this::of).toList();
    }

    private CasePage.ClockPanel of(ClockStand stand) {
        ClockReading reading = stand.reading();
        DueLevel level = reading.level();
        return new CasePage.ClockPanel(
                title(stand),
                state(reading.state()),
                tone(reading, level),
                level == null ? null : level.title(),
                reading.limit().text(),
                stand.clock().terms().legal().basis().text(),
                reading.used(),
                reading.left(),
                reading.past(),
                reading.due().date(),
                reading.due().provisional(),
                reading.promised() == null ? null : reading.promised().date(),
                reading.state().hasEnded(),
                notes(reading),
                stand.days().stream().map(day -> day(day, reading.state().endedAt())).toList());
    }

    /// With the number of the run, where there may be several.
    private Text title(ClockStand stand) {
        Text title = stand.clock().definition().title();
        if (stand.run() == 0) return title;
        Text run = messages.text("clock.run", stand.run());
        return new Text(title.zh() + run.zh(), title.en() + run.en());
    }

    /// What the dates take for granted, and what the applicant was told where the clock stands still.
    private List<Text> notes(ClockReading reading) {
        List<Text> notes = new ArrayList<>();
        if (reading.state() instanceof ClockState.Suspended suspended && suspended.notice() != null) {
            WrittenNotice notice = suspended.notice();
            notes.add(messages.text("case.notice.given", notice.number(), notice.on()));
            if (notice.until() != null) notes.add(messages.text("case.notice.until", notice.until()));
        }
        reading.assumptions().stream().map(Assumption::text).forEach(notes::add);
        return notes;
    }

    private Text state(ClockState state) {
        return switch (state) {
            case ClockState.Running() -> messages.text("clock.state.running");
            case ClockState.Suspended suspended -> {
                Text cause = suspended.cause().title();
                Text words = messages.text("clock.state.suspended");
                yield new Text(words.zh() + "：" + cause.zh(), words.en() + ": " + cause.en());
            }
            case ClockState.Completed _ -> messages.text("clock.state.completed");
            case ClockState.Withdrawn _ -> messages.text("clock.state.withdrawn");
            case ClockState.Discontinued _ -> messages.text("clock.state.discontinued");
        };
    }

    static String tone(ClockReading reading, @Nullable DueLevel level) {
        if (reading.state() instanceof ClockState.Suspended) return "grey";
        if (level == null) return reading.overdue() ? "red" : "green";
        if (level.side() == DueLevel.Side.LEFT) return "yellow";
        return reading.overdue() ? "red" : "orange";
    }

    /// @param ended when the clock ended; the limit's days after it are named but no longer count
    private CasePage.StripDay day(ClockDay day, @Nullable LocalDateTime ended) {
        if (ended != null && day.date().isAfter(ended.toLocalDate())) {
            Text over = messages.text("clock.day.after");
            return new CasePage.StripDay(day.date(), "after", 0, day.due(), day.calendar().provisional(), over);
        }
        String kind =
                switch (day.reason()) {
                    case DayReason.Start() -> "start";
                    case DayReason.Counted _ -> "counted";
                    case DayReason.Weekend(), DayReason.Holiday _ -> "off";
                    case DayReason.Suspended _ -> "suspended";
                    case DayReason.Moved _ -> "moved";
                    case DayReason.Past _ -> "past";
                };
        return new CasePage.StripDay(
                day.date(), kind, day.counted() ? day.number() : 0, day.due(), day.calendar().provisional(), day.reason().text());
    }
}
