package org.luoshi.plan.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.ReasonSlot;
import org.luoshi.pack.StatusVariable;
import org.luoshi.plan.forecast.Outlook;

/// The sentence that says why, with the numbers the rule saw.
record Reasoning(
        Facts facts,
        Circumstances circumstances,
        @Nullable TargetPath path,
        Facts.@Nullable Actual actual,
        @Nullable BigDecimal expected,
        @Nullable Outlook outlook) {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z_]+)}");
    private static final Text NOTHING = Text.same("—");
    private static final Text COMMA = new Text("，", ", ");
    private static final Text SEMICOLON = new Text("；", "; ");

    Text fill(Text pattern) {
        Map<String, Text> slots = slots();
        return new Text(fill(pattern, slots, Language.ZH), fill(pattern, slots, Language.EN));
    }

    private static String fill(Text pattern, Map<String, Text> slots, Language language) {
        return SLOT.matcher(pattern.in(language))
                .replaceAll(m -> Matcher.quoteReplacement(
                        slots.getOrDefault(m.group(1), Text.same(m.group())).in(language)));
    }

    private Map<String, Text> slots() {
        Map<String, Text> slots = new HashMap<>();
        var values = circumstances.variables();
        for (StatusVariable variable : StatusVariable.values()) {
            Object value = values.get(variable.id());
            slots.put(
                    variable.id(),
                    value instanceof BigDecimal number
                            ? Text.same(Amount.number(number, 2))
                            : value == null ? NOTHING : Text.same(value.toString()));
        }
        for (ReasonSlot slot : ReasonSlot.values()) {
            slots.put(
                    slot.id(),
                    switch (slot) {
                        case DATE -> Dates.full(facts.day());
                        case ACTUAL -> amount(actual == null ? null : actual.value());
                        case EXPECTED -> amount(expected);
                        case TARGET ->
                            amount(facts.figure() == null
                                    ? null
                                    : facts.figure().figure().target());
                        case PROGRESS_SENTENCE -> facts.figure() == null ? milestones() : progress(facts.figure());
                        case DONE_SENTENCE -> done();
                        case NO_DATA_SENTENCE -> noData();
                        case NOT_STARTED_SENTENCE -> notStarted();
                    });
        }
        return slots;
    }

    private Text amount(@Nullable BigDecimal value) {
        Facts.FigureFacts figure = facts.figure();
        return value == null || figure == null ? NOTHING : Amount.of(value, figure.indicator());
    }

    private Text progress(Facts.FigureFacts figure) {
        if (actual == null || expected == null || circumstances.gap() == null) {
            return noData();
        }
        Indicator indicator = figure.indicator();
        boolean total = indicator.direction() == Indicator.Direction.CUMULATIVE;
        Text day = Dates.inYearOf(actual.on(), facts.day());
        Text value = Amount.of(actual.value(), indicator);
        Text path = Amount.of(expected, indicator);
        Text first = total
                ? new Text(
                        "截至%s完成 %s，路径要求 %s".formatted(day.zh(), value.zh(), path.zh()),
                        "%s done by %s, the path asks for %s".formatted(value.en(), day.en(), path.en()))
                : new Text(
                        "截至%s为 %s，路径要求 %s".formatted(day.zh(), value.zh(), path.zh()),
                        "%s on %s, the path asks for %s".formatted(value.en(), day.en(), path.en()));
        Text figures = join(first, difference(indicator, circumstances.gap(), total));
        Text late = late();
        // What decides comes first: a figure on its path does not make a commitment late.
        return late.equals(Text.EMPTY)
                ? join(figures, chance())
                : circumstances.gap().signum() < 0
                        ? join(figures, COMMA, late, chance())
                        : join(late, SEMICOLON, figures, chance());
    }

    private Text difference(Indicator indicator, BigDecimal gap, boolean total) {
        BigDecimal shown = actual == null || expected == null
                ? gap
                : actual.value().subtract(expected);
        if (indicator.direction() == Indicator.Direction.RANGE) {
            return gap.signum() == 0
                    ? new Text("，在目标区间内", ", within the range")
                    : new Text(
                            "，偏离允许范围 " + Amount.distance(gap, indicator).zh(),
                            ", " + Amount.distance(gap, indicator).en() + " further off than allowed");
        }
        if (shown.signum() == 0) {
            return new Text("，正好达到", ", exactly met");
        }
        Text by = Amount.distance(shown, indicator);
        boolean more = shown.signum() > 0;
        return total
                ? new Text((more ? "，多 " : "，少 ") + by.zh(), ", " + by.en() + (more ? " more" : " short"))
                : new Text((more ? "，高 " : "，低 ") + by.zh(), ", " + by.en() + (more ? " above" : " below"));
    }

    private Text chance() {
        return switch (outlook) {
            case Outlook.Chance(double chance, double pace, int months) -> {
                String percent = percent(chance);
                yield new Text(
                        "；按近 %d 个月速度按期完成的可能性 %s".formatted(months, percent),
                        "; at the pace of the last %s, a %s chance of arriving on time"
                                .formatted(months == 1 ? "month" : months + " months", percent));
            }
            case Outlook.TooFewChanges(int changes, int needed) ->
                new Text(
                        "；仅有 %d 期数据，不足 %d 期，不作预测".formatted(changes, needed),
                        "; only %d period%s of data, fewer than %d, so no forecast"
                                .formatted(changes, changes == 1 ? "" : "s", needed));
            case Outlook.NothingAhead() ->
                circumstances.overdue()
                        ? new Text(
                                "；期限已过 %d 天".formatted(-circumstances.daysLeft()),
                                "; the deadline passed %d days ago".formatted(-circumstances.daysLeft()))
                        : Text.EMPTY;
            case null -> Text.EMPTY;
        };
    }

    /// Never "0%" or "100%": a forecast is not a certainty.
    static String percent(double chance) {
        long whole = Math.round(chance * 100);
        return whole < 1 ? "<1%" : whole > 99 ? ">99%" : whole + "%";
    }

    private Text milestones() {
        List<MilestoneFinding> all = facts.milestones();
        long due = all.stream().filter(m -> m.dueBefore(facts.day())).count();
        long reached = all.stream().filter(MilestoneFinding::reached).count();
        long dueReached = all.stream().filter(m -> m.dueBefore(facts.day()) && m.reached()).count();
        Text day = Dates.inYearOf(facts.day(), facts.day());
        Text first = due == 0
                ? new Text("截至%s尚无节点到期".formatted(day.zh()), "No milestone due by " + day.en())
                : new Text(
                        "截至%s到期节点 %d 个，其中已认定 %d 个".formatted(day.zh(), due, dueReached),
                        "%d milestone%s due by %s, %d of them verified"
                                .formatted(due, due == 1 ? "" : "s", day.en(), dueReached));
        Text early = reached == dueReached
                ? Text.EMPTY
                : new Text(
                        "，另有 %d 个提前认定".formatted(reached - dueReached),
                        ", %d verified before its day".formatted(reached - dueReached));
        Text late = late();
        return join(first, early, late.equals(Text.EMPTY) ? Text.EMPTY : COMMA, late, overdue());
    }

    private Text overdue() {
        return circumstances.overdue()
                ? new Text(
                        "；期限已过 %d 天".formatted(-circumstances.daysLeft()),
                        "; the deadline passed %d days ago".formatted(-circumstances.daysLeft()))
                : Text.EMPTY;
    }

    /// The milestone that is latest, how its evidence stands, and how many others are late; empty where none is.
    private Text late() {
        List<MilestoneFinding> late = facts.milestones().stream()
                .filter(m -> m.lateDays(facts.day()) > 0)
                .sorted(Comparator.comparingLong((MilestoneFinding m) -> m.lateDays(facts.day())).reversed())
                .toList();
        if (late.isEmpty()) return Text.EMPTY;
        MilestoneFinding worst = late.getFirst();
        Text title = worst.milestone().title();
        long days = worst.lateDays(facts.day());
        Text one = new Text(
                "节点%s逾期 %d 天".formatted(title.quoted().zh(), days),
                "milestone %s %d day%s late".formatted(title.quoted().en(), days, days == 1 ? "" : "s"));
        int others = late.size() - 1;
        Text more = others == 0
                ? Text.EMPTY
                : new Text("，另有 %d 个节点逾期".formatted(others), ", %d more late".formatted(others));
        return join(one, evidence(worst), more);
    }

    private Text evidence(MilestoneFinding late) {
        LocalDate returned = late.returnedOn();
        return switch (late.state(facts.day())) {
            case AWAITING_VERDICT -> new Text("、佐证待认定", ", its evidence not judged yet");
            case RETURNED -> {
                Text day = Dates.inYearOf(Objects.requireNonNull(returned), facts.day());
                yield new Text(
                        "、佐证于%s不予认定，须重报".formatted(day.zh()),
                        ", its evidence rejected on %s and to be handed in again".formatted(day.en()));
            }
            case OVERDUE -> new Text("、未报佐证", ", no evidence handed in");
            case REACHED, REACHED_LATE, AHEAD -> Text.EMPTY;
        };
    }

    private Text done() {
        Facts.FigureFacts figure = facts.figure();
        if (figure != null && actual != null) {
            LocalDate since = figure.readings().stream()
                    .filter(a -> a.value().compareTo(figure.figure().target()) == 0
                            || (a.value().compareTo(figure.figure().target()) > 0)
                                    == (actual.value().compareTo(figure.figure().target()) > 0))
                    .map(Facts.Actual::on)
                    .findFirst()
                    .orElse(actual.on());
            Text value = Amount.of(actual.value(), figure.indicator());
            Text target = Amount.of(figure.figure().target(), figure.indicator());
            Text day = Dates.full(since);
            return new Text(
                    "已达 %s，目标 %s，自%s起达到".formatted(value.zh(), target.zh(), day.zh()),
                    "%s reached against a target of %s, met since %s".formatted(value.en(), target.en(), day.en()));
        }
        if (facts.milestones().isEmpty()) {
            LocalDate day = facts.wholeEvidence() == null ? facts.day() : facts.wholeEvidence();
            return new Text(
                    "佐证已认定，事实发生于" + Dates.full(day).zh(),
                    "Evidence accepted for " + Dates.full(day).en());
        }
        LocalDate last = facts.milestones().stream()
                .map(MilestoneFinding::reachedOn)
                .flatMap(d -> d == null ? java.util.stream.Stream.empty() : java.util.stream.Stream.of(d))
                .max(Comparator.naturalOrder())
                .orElse(facts.day());
        int all = facts.milestones().size();
        return new Text(
                "全部 %d 个节点已认定，最后一个完成于%s".formatted(all, Dates.full(last).zh()),
                "All %d milestones verified, the last reached on %s".formatted(all, Dates.full(last).en()));
    }

    private Text noData() {
        Facts.FigureFacts figure = facts.figure();
        if (figure != null) {
            Text title = figure.indicator().title();
            return new Text(
                    "%s尚无数据，不能判断".formatted(title.quoted().zh()),
                    "No data yet for %s, so nothing can be concluded".formatted(title.quoted().en()));
        }
        long due = facts.milestones().stream().filter(m -> m.dueBefore(facts.day())).count();
        return due == 0
                ? new Text("未收到任何佐证材料，不能判断", "No evidence has been handed in, so nothing can be concluded")
                : new Text(
                        "应完成节点 %d 个，未收到任何佐证材料，不能判断".formatted(due),
                        "%d milestone%s due and no evidence handed in, so nothing can be concluded"
                                .formatted(due, due == 1 ? "" : "s"));
    }

    private Text notStarted() {
        LocalDate from = facts.milestones().stream()
                .map(m -> m.milestone().due())
                .min(Comparator.naturalOrder())
                .orElse(path == null ? facts.commitment().period().to() : path.firstAsks());
        Text day = Dates.full(from);
        return new Text("第一项要求在%s到期".formatted(day.zh()), "The first thing asked for is due on " + day.en());
    }

    private static Text join(Text... parts) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Text part : parts) {
            zh.append(part.zh());
            en.append(part.en());
        }
        return new Text(zh.toString(), en.toString());
    }

    /// Dates in running text.
    static final class Dates {

        private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
        private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
        private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

        private Dates() {}

        static Text full(LocalDate day) {
            return new Text(ZH.format(day), EN.format(day));
        }

        static Text inYearOf(LocalDate day, LocalDate other) {
            return day.getYear() == other.getYear() ? new Text(ZH_DAY.format(day), EN.format(day)) : full(day);
        }
    }
}
