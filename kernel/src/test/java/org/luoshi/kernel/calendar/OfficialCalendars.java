package org.luoshi.kernel.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.luoshi.kernel.text.Text;

/// The calendars of 2007 to 2026 from the city's pack.
public final class OfficialCalendars {

    private static final Pattern NOTICE = Pattern.compile("title: \\{ zh: ([^,]+), en: ");
    private static final Pattern DAY =
            Pattern.compile("date: ([-\\d]+), off: (true|false), name: \\{ zh: (.+), en: (.+) } }");

    private OfficialCalendars() {}

    public static WorkingCalendar all() {
        return through(2026);
    }

    /// As it was before the notice on the year after `last`.
    public static WorkingCalendar through(int last) {
        return new WorkingCalendar(editions().stream()
                .filter(edition -> edition.year() <= last)
                .toList());
    }

    /// 2020 after its first notice and before the second, which made the Spring Festival longer: 24 to 30 January off,
    /// Sunday 19 January and Saturday 1 February worked.
    public static CalendarEdition first2020() {
        CalendarEdition both = editions().stream()
                .filter(edition -> edition.year() == 2020)
                .findFirst()
                .orElseThrow();
        Map<LocalDate, Day> days = new HashMap<>(both.days());
        Day holiday = days.get(LocalDate.of(2020, 1, 30));
        days.remove(LocalDate.of(2020, 1, 31));
        days.put(LocalDate.of(2020, 2, 1), new Day(DayKind.WORKING, holiday.name()));
        days.remove(LocalDate.of(2020, 2, 2));
        days.remove(LocalDate.of(2020, 2, 3));
        return new CalendarEdition(2020, both.notices().subList(0, 1), days);
    }

    public static List<CalendarEdition> editions() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(OfficialCalendars::edition)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CalendarEdition edition(Path file) {
        String yaml;
        try {
            yaml = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Notice> notices = NOTICE.matcher(yaml)
                .results()
                .map(found -> new Notice(found.group(1), null, null, null))
                .toList();
        Map<LocalDate, Day> days = new HashMap<>();
        Matcher day = DAY.matcher(yaml);
        while (day.find()) {
            DayKind kind = day.group(2).equals("true") ? DayKind.OFF : DayKind.WORKING;
            days.put(LocalDate.parse(day.group(1)), new Day(kind, new Text(day.group(3), day.group(4))));
        }
        int year = Integer.parseInt(file.getFileName().toString().substring(0, 4));
        return new CalendarEdition(year, notices, days);
    }

    private static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("packs/chengdu/calendars"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no packs/chengdu/calendars in any folder above"));
    }
}
