package org.luoshi.process;

import static org.luoshi.tables.Tables.CALENDAR_FEED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Accounts;
import org.luoshi.access.Guard;
import org.luoshi.access.KeySecret;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Language;
import org.luoshi.process.internal.DueDays;
import org.luoshi.process.internal.Meetings;
import org.luoshi.tables.tables.records.CalendarFeedRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Calendars 日历订阅 of the days on which cases are due, for one's own tasks or those of a unit, at an address that
/// nobody can guess.
///
/// What an address shows is what its account may do *now*: it ends with the account, with its part in the unit, and when
/// it is revoked.
@Service
public class CalendarFeeds {

    /// Tasks whose days a calendar shows, the most pressing ones.
    public static final int MOST = 1000;

    private static final String BETWEEN = "-";

    private final DSLContext database;
    private final Accounts accounts;
    private final Guard guard;
    private final ChangeLog log;
    private final Tasks tasks;
    private final DueDays days;
    private final Meetings meetings;
    private final Clock clock;

    public CalendarFeeds(
            DSLContext database,
            Accounts accounts,
            Guard guard,
            ChangeLog log,
            Tasks tasks,
            DueDays days,
            Meetings meetings,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.guard = guard;
        this.log = log;
        this.tasks = tasks;
        this.days = days;
        this.meetings = meetings;
        this.clock = clock;
    }

    /// A new one.
    ///
    /// @param key what opens it, to be shown once: only a hash is kept
    public record Made(CalendarFeed feed, String key) {}

    /// A calendar in the hands of the account that subscribed to it.
    public record Opened(CalendarFeed feed, Viewer viewer) {}

    /// @param unit whose tasks it shows; null for the viewer's own
    /// @throws AccessDenied if the viewer has no part in the unit's cases
    @Transactional
    public Made make(@Nullable String unit, Language language, Viewer viewer) {
        if (!mayRead(unit, viewer)) throw new AccessDenied(Permission.HANDLE_CASE, unit == null ? "*" : unit);
        KeySecret secret = KeySecret.draw();
        String id = secret.id();
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "calendar.make",
                "account/" + viewer.account(),
                unit == null ? Map.of("id", id) : Map.of("id", id, "unit", unit)));
        CalendarFeedRecord row = database.newRecord(CALENDAR_FEED);
        row.setId(id);
        row.setAccount(viewer.account());
        row.setUnit(unit);
        row.setLanguage(language.tag());
        row.setSecretHash(secret.digest());
        row.setCreatedAt(clock.instant());
        row.setChange(change.number());
        row.insert();
        return new Made(feed(row), secret.written("", BETWEEN));
    }

    /// Units for whose tasks the viewer may have one, by id.
    public List<String> units(Viewer viewer) {
        return viewer.scope(Permission.HANDLE_CASE).stream().filter(unit -> mayRead(unit, viewer)).sorted().toList();
    }

    /// The account's, newest first.
    @Transactional(readOnly = true)
    public List<CalendarFeed> of(Viewer viewer) {
        return database.selectFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.ACCOUNT.eq(viewer.account()))
                .orderBy(CALENDAR_FEED.CREATED_AT.desc(), CALENDAR_FEED.ID)
                .fetch(CalendarFeeds::feed);
    }

    /// @return whether it was one of the viewer's own that was not revoked yet
    @Transactional
    public boolean revoke(String id, Viewer viewer) {
        CalendarFeedRecord row = database.selectFrom(CALENDAR_FEED)
                .where(
                        CALENDAR_FEED.ID.eq(id),
                        CALENDAR_FEED.ACCOUNT.eq(viewer.account()),
                        CALENDAR_FEED.REVOKED_AT.isNull())
                .forUpdate()
                .fetchOne();
        if (row == null) return false;
        Change change = log.open(new ChangeRequest(
                viewer.account(), "calendar.revoke", "account/" + viewer.account(), Map.of("id", id)));
        row.setRevokedAt(clock.instant());
        row.setChange(change.number());
        row.update();
        return true;
    }

    /// @param key as [Made] gave it; empty where it opens nothing, for whatever reason
    @Transactional(readOnly = true)
    public Optional<Opened> open(String key) {
        KeySecret shown = KeySecret.read(key, "", BETWEEN).orElse(null);
        if (shown == null) return Optional.empty();
        CalendarFeedRecord row = database.selectFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.ID.eq(shown.id()), CALENDAR_FEED.REVOKED_AT.isNull())
                .fetchOne();
        if (row == null || !shown.opens(row.getSecretHash())) return Optional.empty();
        return accounts.find(row.getAccount())
                .filter(viewer -> mayRead(row.getUnit(), viewer))
                .map(viewer -> new Opened(feed(row), viewer));
    }

    /// The days of the tasks that are open now, the next first; those of what is done are gone.
    public List<DueDay> days(Opened opened) {
        String unit = opened.feed().unit();
        List<TaskLine> open = unit == null ? tasks.open(opened.viewer(), MOST) : tasks.ofUnit(unit, MOST);
        return days.of(open.stream().map(TaskLine::file).distinct().toList());
    }

    /// When steps that are held at a set time are: of the tasks of the calendar, and of the cases that its account applied
    /// for.
    public List<MeetingTime> meetings(Opened opened) {
        String unit = opened.feed().unit();
        List<TaskLine> open = new ArrayList<>(
                unit == null ? tasks.open(opened.viewer(), MOST) : tasks.ofUnit(unit, MOST));
        if (unit == null) open.addAll(tasks.ofMyApplications(opened.viewer(), MOST));
        return meetings.of(open);
    }

    private boolean mayRead(@Nullable String unit, Viewer viewer) {
        return unit == null
                ? viewer.mayAnywhere(Permission.HANDLE_CASE) || viewer.mayAnywhere(Permission.APPLY)
                : guard.may(viewer, Permission.HANDLE_CASE, unit) && guard.may(viewer, Permission.READ, unit);
    }

    private static CalendarFeed feed(CalendarFeedRecord row) {
        return new CalendarFeed(
                row.getId(),
                row.getAccount(),
                row.getUnit(),
                row.getLanguage().equals("zh") ? Language.ZH : Language.EN,
                row.getCreatedAt(),
                row.getRevokedAt());
    }
}
