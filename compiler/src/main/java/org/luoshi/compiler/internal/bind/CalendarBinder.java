package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.CityForms.Calendars.DATE;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.DAYS;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.NAME;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.NOTICES;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.NUMBER;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.OFF;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.PUBLISHED;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.TITLE;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.URL;
import static org.luoshi.compiler.internal.form.CityForms.Calendars.YEAR;
import static org.luoshi.compiler.internal.mistake.CityMistakes.CALENDAR_NAME;
import static org.luoshi.compiler.internal.mistake.CityMistakes.CALENDAR_TWICE;
import static org.luoshi.compiler.internal.mistake.CityMistakes.DAY_AS_USUAL;
import static org.luoshi.compiler.internal.mistake.CityMistakes.DAY_OUTSIDE_YEAR;
import static org.luoshi.compiler.internal.mistake.CityMistakes.DAY_TWICE;
import static org.luoshi.compiler.internal.mistake.CityMistakes.NO_NOTICE;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.form.CityForms;
import org.luoshi.compiler.internal.mistake.Finding;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.calendar.Day;
import org.luoshi.kernel.calendar.DayKind;
import org.luoshi.kernel.calendar.Notice;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;

/// The city's calendars, one edition a year.
final class CalendarBinder {

    private final Draft draft;
    private final Findings findings;
    private final Map<Integer, Span> years = new HashMap<>();

    CalendarBinder(World world, Draft draft) {
        this.draft = draft;
        this.findings = world.findings();
    }

    List<CalendarEdition> bind() {
        List<CalendarEdition> editions = new ArrayList<>();
        for (ParsedFile file : draft.files(CityForms.Calendars.CONSTRUCT)) {
            file.view().flatMap(view -> edition(file, view)).ifPresent(editions::add);
        }
        return editions;
    }

    private Optional<CalendarEdition> edition(ParsedFile file, View view) {
        Optional<Integer> year = view.get(YEAR);
        List<Notice> notices = view.get(NOTICES, List.of()).stream()
                .map(Listed::value)
                .map(n -> new Notice(
                        n.get(TITLE, Text.EMPTY).zh(),
                        n.get(NUMBER).orElse(null),
                        n.get(PUBLISHED).orElse(null),
                        n.get(URL).orElse(null)))
                .toList();
        if (year.isEmpty()) return Optional.empty();
        if (view.get(NOTICES).map(List::isEmpty).orElse(false)) {
            findings.report(NO_NOTICE.at(view.keyAt(NOTICES)).with("year", year.get()));
        }
        Span first = years.putIfAbsent(year.get(), view.at(YEAR));
        if (first != null) {
            findings.report(
                    CALENDAR_TWICE.at(view.at(YEAR)).with("year", year.get()).other(first));
        } else if (!file.name().equals(String.valueOf(year.get()))) {
            findings.report(
                    CALENDAR_NAME.at(view.at(YEAR)).with("file", file.name()).with("year", year.get()));
        }
        boolean yearIsRight = file.name().equals(String.valueOf(year.get()));
        return Optional.of(new CalendarEdition(year.get(), notices, days(view, year.get(), yearIsRight)));
    }

    private Map<LocalDate, Day> days(View calendar, int year, boolean yearIsRight) {
        Map<LocalDate, Day> days = new LinkedHashMap<>();
        Map<LocalDate, Span> places = new HashMap<>();
        for (Listed<View> listed : calendar.get(DAYS, List.of())) {
            View view = listed.value();
            Optional<LocalDate> date = view.get(DATE);
            Optional<Boolean> off = view.get(OFF);
            if (date.isEmpty()) continue;
            LocalDate day = date.get();
            Span first = places.putIfAbsent(day, view.at(DATE));
            if (first != null) {
                findings.report(DAY_TWICE.at(view.at(DATE)).with("day", day).other(first));
            } else if (day.getYear() != year && !(day.getYear() == year - 1 && day.getMonthValue() == 12)) {
                if (yearIsRight) {
                    findings.report(DAY_OUTSIDE_YEAR
                            .at(view.at(DATE))
                            .with("day", day)
                            .with("year", year)
                            .other(calendar.at(YEAR)));
                }
            } else if (off.isPresent()) {
                boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
                if (!off.get() && !weekend) findings.report(asUsual(view, day));
                days.put(day, new Day(off.get() ? DayKind.OFF : DayKind.WORKING, view.get(NAME, Text.EMPTY)));
            }
        }
        return days;
    }

    /// A worked weekday says nothing. A weekend day named as off does: it is part of a holiday.
    private static Finding asUsual(View view, LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return DAY_AS_USUAL
                .at(view.at(DATE))
                .with("day", day)
                .with(
                        "weekday",
                        new Text(
                                weekday.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE),
                                weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .with("kind", new Text("上班", "worked"));
    }
}
