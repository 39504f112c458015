package org.luoshi.web.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// What every page is given beside its own view: who reads, in which language, as of when, and how to write
/// words, figures, dates and links.
///
/// @param viewer null before signing in
/// @param shortfall why packs of now stand in for those of the moment; null where they need not
/// @param csrf null where the page is drawn outside a request, as in error pages of last resort
/// @param asset fingerprint of our own style and script, so that browsers may keep them for ever
public record Shell(
        Messages messages,
        Language language,
        Theme theme,
        @Nullable Viewer viewer,
        AsOf asOf,
        @Nullable Text shortfall,
        Address address,
        @Nullable Csrf csrf,
        boolean demo,
        Instant now,
        ZoneId zone,
        String asset) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /// The token that proves a form was ours, and where it goes.
    public record Csrf(String parameter, String header, String token) {}

    /// What stands where there is no value. Zero is written `0`.
    public static final String MISSING = "—";

    public String t(String key, Object... slots) {
        return messages.say(language, key, slots);
    }

    public String say(@Nullable Text text) {
        return text == null ? "" : text.in(language);
    }

    /// A name that stands alone: English ones begin with a capital letter, which they have not within a sentence.
    public String alone(Text text) {
        String words = say(text);
        return chinese() || words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public String lang() {
        return language == Language.ZH ? "zh-CN" : "en";
    }

    public boolean chinese() {
        return language == Language.ZH;
    }

    public LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /// The day the page speaks of: today, or the as-of day.
    public LocalDate day() {
        Instant moment = asOf.moment();
        return moment == null ? today() : moment.atZone(zone).toLocalDate();
    }

    /// How long something has lasted on the day the page speaks of, its first day not counted.
    public long days(LocalDate since) {
        return since.until(day(), ChronoUnit.DAYS);
    }

    public String number(@Nullable BigDecimal value, int decimals) {
        return write(value, decimals);
    }

    /// Figures read alike in both languages.
    public static String write(@Nullable BigDecimal value, int decimals) {
        if (value == null) return MISSING;
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    public String number(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    /// Part of one as a percentage, e.g. `37%`.
    public String percent(@Nullable Double part) {
        return part == null ? MISSING : Math.round(part * 100) + "%";
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? MISSING : date.toString();
    }

    public String moment(@Nullable Instant moment) {
        return moment == null ? MISSING : MINUTE.format(moment.atZone(zone));
    }

    public String second(@Nullable Instant moment) {
        return moment == null ? MISSING : SECOND.format(moment.atZone(zone));
    }

    public String period(Period period) {
        return period.label(language);
    }

    /// A unit of measure as it stands beside a figure: its sign where everybody knows one.
    public String unit(UnitOfMeasure unit) {
        if (unit.symbol().equals("percent") || unit.symbol().equals("%")) return "%";
        return !chinese() && unit.isPureNumber() && unit.symbol().equals("1") ? "" : say(unit.plural());
    }

    /// The moment that was asked for where the page shows the present all the same; null where it shows what was asked.
    public @Nullable String insteadOf() {
        String wanted = address.first("asof");
        return asOf.past() || wanted == null || wanted.isBlank() || wanted.equals(today().toString()) ? null : wanted;
    }

    /// The same beside a figure, in the form that goes with it.
    public String unit(UnitOfMeasure unit, @Nullable BigDecimal value) {
        boolean one = value != null && value.compareTo(BigDecimal.ONE) == 0;
        return one && unit(unit).equals(say(unit.plural())) ? say(unit.label()) : unit(unit);
    }

    /// A link that keeps looking at the same moment.
    public String to(String path) {
        if (!asOf.past()) return path;
        int hash = path.indexOf('#');
        String page = hash < 0 ? path : path.substring(0, hash);
        String rest = hash < 0 ? "" : path.substring(hash);
        return page + (page.contains("?") ? "&" : "?") + "asof=" + asOf.asked() + rest;
    }

    public boolean may(Permission permission) {
        return viewer != null && viewer.mayAnywhere(permission);
    }

    /// The one unit for which the reader writes records; null for readers of none or of several.
    public @Nullable String ownUnit() {
        Set<String> units = viewer == null ? Set.of() : viewer.scope(Permission.WRITE_RECORD);
        return units.size() == 1 ? units.iterator().next() : null;
    }

    /// Where a viewer begins: the overview, or what there is to do or to apply for.
    public String home() {
        return viewer == null ? "/" : home(viewer);
    }

    public static String home(Viewer viewer) {
        if (viewer.mayAnywhere(Permission.READ)) return "/";
        return viewer.mayAnywhere(Permission.APPLY) ? "/services" : "/tasks";
    }

    /// Whether a side-navigation entry is where the reader is.
    public boolean at(String path) {
        return path.equals("/") ? address.path().equals("/") : address.path().startsWith(path);
    }
}
