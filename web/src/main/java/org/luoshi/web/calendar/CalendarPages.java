package org.luoshi.web.calendar;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CalendarFeed;
import org.luoshi.process.CalendarFeeds;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/// Subscribing to calendars of due days, and the calendars.
@Controller
class CalendarPages {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final CalendarFeeds feeds;
    private final Units units;
    private final Messages messages;
    private final Pages pages;

    CalendarPages(CalendarFeeds feeds, Units units, Messages messages, Pages pages) {
        this.feeds = feeds;
        this.units = units;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow({Permission.HANDLE_CASE, Permission.APPLY})
    @GetMapping("/calendars")
    View calendars(Shell shell, Viewer viewer) {
        return page(HttpStatus.OK, null, shell, viewer);
    }

    /// The page that answers shows the address; nothing shows it again.
    ///
    /// @param unit blank for one's own tasks
    @Allow({Permission.HANDLE_CASE, Permission.APPLY})
    @PostMapping("/calendars")
    View make(@RequestParam(defaultValue = "") String unit, Shell shell, Viewer viewer) {
        String key = feeds.make(unit.isBlank() ? null : unit, shell.language(), viewer).key();
        return page(HttpStatus.CREATED, host() + "/calendar/" + key + ".ics", shell, viewer);
    }

    @Allow({Permission.HANDLE_CASE, Permission.APPLY})
    @PostMapping("/calendars/{id}/revoke")
    RedirectView revoke(@PathVariable String id, Viewer viewer) {
        if (!feeds.revoke(id, viewer)) throw new NotFound("calendar " + id);
        return new RedirectView("/calendars", false, true, false);
    }

    /// A calendar program has no session: the filter of this path has opened the calendar with the address itself.
    @Allow({Permission.HANDLE_CASE, Permission.APPLY})
    @GetMapping("/calendar/{key}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String key) {
        CalendarFeeds.Opened opened = feeds.open(key).orElseThrow(() -> new NotFound("calendar"));
        CalendarFeed feed = opened.feed();
        boolean applicant = !opened.viewer().mayAnywhere(Permission.HANDLE_CASE);
        String unit = feed.unit();
        String name = unit == null
                ? messages.say(feed.language(), "calendar.name.own")
                : messages.say(feed.language(), "calendar.name.unit", units.name(unit).in(feed.language()));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new CalendarFile(messages, feed.language(), URI.create(host())).of(name, feeds.days(opened), feeds.meetings(opened), applicant));
    }

    private View page(HttpStatus status, @Nullable String made, Shell shell, Viewer viewer) {
        List<CalendarsView.Line> lines = feeds.of(viewer).stream().map(this::line).toList();
        List<Option> choices = feeds.units(viewer).stream()
                .map(unit -> new Option(unit, shell.say(units.name(unit))))
                .toList();
        return pages.showInThePresent(status, "calendar/calendars", new CalendarsView(lines, choices, made));
    }

    private CalendarsView.Line line(CalendarFeed feed) {
        return new CalendarsView.Line(
                feed.id(),
                feed.unit() == null ? null : units.name(feed.unit()),
                Text.same(feed.language() == Language.ZH ? "中文" : "English"),
                feed.createdAt(),
                feed.revokedAt());
    }

    private static String host() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
