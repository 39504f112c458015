package org.luoshi.web.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.text.Language;
import org.luoshi.process.CalendarFeeds;
import org.luoshi.process.DueDay;
import org.luoshi.process.MeetingTime;
import org.luoshi.web.shell.Messages;

/// Due days as an iCalendar file (RFC 5545): each a whole day that takes no time. A whole day has no time zone, so no
/// program can move it to the day before.
final class CalendarFile {

    /// How often programs are asked to look again.
    private static final Duration REFRESH = Duration.ofHours(1);

    private final Messages messages;
    private final Language language;
    private final URI host;

    /// @param host where the pages of cases are
    CalendarFile(Messages messages, Language language, URI host) {
        this.messages = messages;
        this.language = language;
        this.host = host;
    }

    /// @param name of the calendar
    /// @param applicant whether it is read by who applied, who has a page of a case of his own
    byte[] of(String name, List<DueDay> days, List<MeetingTime> meetings, boolean applicant) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Luoshi//Due days//" + (language == Language.ZH ? "ZH" : "EN")));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new RefreshInterval(new ParameterList(), REFRESH));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-CALDESC", messages.say(language, "calendar.pressing", CalendarFeeds.MOST)));
        days.forEach(day -> calendar.add(event(day, applicant)));
        meetings.forEach(meeting -> calendar.add(event(meeting, applicant)));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            // a calendar of nothing to do is none by the letter of the standard, and what every program expects
            new CalendarOutputter(!days.isEmpty() || !meetings.isEmpty()).output(calendar, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ValidationException e) {
            throw new IllegalStateException("our own calendar is not well-formed", e);
        }
    }

    private VEvent event(DueDay day, boolean applicant) {
        VEvent event = new VEvent(false);
        String kind = day.kind().name().toLowerCase(Locale.ROOT);
        event.add(new Uid("%s.%s.%s@luoshi".formatted(day.number(), day.clock(), kind)));
        event.add(new DtStamp(day.changedAt()));
        event.add(new LastModified(day.changedAt()));
        event.add(new Sequence(day.revision()));
        event.add(new DtStart<>(day.on()));
        event.add(new DtEnd<>(day.on().plusDays(1)));
        event.add(new Summary(summary(day)));
        event.add(new Description(messages.say(language, day.provisional() ? "calendar.about.provisional" : "calendar.about", day.limit().in(language))));
        event.add(day.provisional() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Transp("TRANSPARENT"));
        event.add(new Url(host.resolve((applicant ? "/my/cases/" : "/cases/") + day.number())));
        return event;
    }

    /// At a time of the world's clock (UTC), which every program shows in its own.
    private VEvent event(MeetingTime meeting, boolean applicant) {
        VEvent event = new VEvent(false);
        event.add(new Uid("%s.%s.meeting@luoshi".formatted(meeting.number(), meeting.step())));
        event.add(new DtStamp(meeting.changedAt()));
        event.add(new LastModified(meeting.changedAt()));
        event.add(new Sequence(meeting.revision()));
        event.add(new DtStart<>(meeting.at()));
        event.add(new DtEnd<>(meeting.at().plus(Duration.ofMinutes(meeting.minutes()))));
        event.add(new Summary(messages.say(
                language, "calendar.meeting", meeting.title().in(language), meeting.process().in(language), meeting.number())));
        event.add(new Description(messages.say(language, "calendar.meeting.about")));
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Transp("OPAQUE"));
        event.add(new Url(host.resolve((applicant ? "/my/cases/" : "/cases/") + meeting.number())));
        return event;
    }

    private String summary(DueDay day) {
        String key = day.kind() == LimitKind.LEGAL ? "calendar.legal" : "calendar.promised";
        String words = messages.say(language, key, day.process().in(language), day.number());
        return day.provisional() ? messages.say(language, "calendar.provisional", words) : words;
    }
}
