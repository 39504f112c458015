package org.luoshi.web.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.Restated;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.Restatement.Cause;
import org.luoshi.pack.Indicator;
import org.luoshi.web.shell.AsOf;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Shell;

/// What moved a figure between two moments, in words and signed numbers.
final class Movements {

    /// Days back where nobody says since when.
    private static final int USUAL = 30;

    private Movements() {}

    /// The earlier of the two moments, the later being the page's.
    ///
    /// @param since as in the address; null for the usual
    static AsOf earlier(@Nullable String since, Shell shell) {
        String asked = since == null || since.isBlank() ? shell.day().minusDays(USUAL).toString() : since;
        AsOf earlier = AsOf.read(asked, shell.zone(), shell.now());
        if (!earlier.past() || !moment(earlier).isBefore(to(shell))) throw new BadRequest("restatement.since", asked);
        return earlier;
    }

    static Instant moment(AsOf earlier) {
        Instant moment = earlier.moment();
        if (moment == null) throw new IllegalStateException("an earlier moment is a moment: " + earlier);
        return moment;
    }

    static Instant to(Shell shell) {
        Instant moment = shell.asOf().moment();
        return moment == null ? shell.now() : moment;
    }

    static String finding(Restatement figure, Indicator indicator, Shell shell) {
        String then = shell.number(figure.then(), indicator.decimals());
        String now = shell.number(figure.now(), indicator.decimals());
        return figure.moved() ? shell.t("restatement.finding", then, now) : shell.t("restatement.same", now);
    }

    static String remark(Restatement figure, Shell shell) {
        if (figure.before() != null)
            return shell.t(
                    figure.before().isCompatibleWith(figure.measure()) ? "restatement.converted" : "restatement.incomparable",
                    shell.unit(figure.before()),
                    shell.unit(figure.measure()));
        return figure.steps().stream().anyMatch(step -> step.change() == null) ? shell.t("restatement.unknown") : "";
    }

    static List<RestatementView.Step> steps(Restatement figure, Indicator indicator, Shell shell) {
        return Arrays.stream(Cause.values())
                .map(cause -> {
                    String key = "restatement." + cause.name().toLowerCase(Locale.ROOT);
                    Restatement.Step step = figure.step(cause);
                    return new RestatementView.Step(
                            shell.t(key),
                            shell.t(key + ".meaning"),
                            shell.number(step.before(), indicator.decimals()),
                            shell.number(step.after(), indicator.decimals()),
                            change(step, indicator));
                })
                .toList();
    }

    /// Null where some value is unknown.
    static @Nullable BigDecimal sum(Restatement figure) {
        BigDecimal then = figure.then();
        BigDecimal now = figure.now();
        return then == null || now == null ? null : now.subtract(then);
    }

    /// A step that moved nothing is a zero, also between two unknown values.
    static String change(Restatement.Step step, Indicator indicator) {
        return change(step.moved() ? step.change() : BigDecimal.ZERO, indicator);
    }

    /// Exact where the shown digits would hide a movement.
    static String change(@Nullable BigDecimal change, Indicator indicator) {
        if (change == null) return Shell.MISSING;
        int exact = Math.max(0, change.stripTrailingZeros().scale());
        boolean hidden = change.signum() != 0
                && change.setScale(indicator.decimals(), RoundingMode.HALF_UP).signum() == 0;
        return signed(change, hidden ? exact : Math.min(exact, Math.max(indicator.decimals(), 0)));
    }

    /// The records behind the facts' step.
    static RestatementView.Records records(Restated found, Shell shell) {
        int measures = found.measures().size();
        BigDecimal rest = found.rest();
        return new RestatementView.Records(
                found.measures(),
                found.records().stream().map(move -> row(move, measures, shell)).toList(),
                rest == null ? null : exact(found.figure().step(Cause.DATA).change()),
                rest == null || rest.signum() == 0 && found.hidden() == 0 && !found.moreRecords() ? null : exact(rest),
                found.moreRecords(),
                found.hidden());
    }

    private static RestatementView.Row row(Restated.RecordMove move, int measures, Shell shell) {
        Restated.Part latest = move.now() == null ? move.then() : move.now();
        return new RestatementView.Row(
                move.exists() ? "/registers/" + move.entity() + "/" + move.id() : null,
                move.label(),
                what(move, shell),
                contributions(move.then(), measures, shell),
                contributions(move.now(), measures, shell),
                move.amount() == null ? null : exact(move.amount()),
                move.now() == null ? null : move.now().knownFrom(),
                move.now() == null || latest == null ? Shell.MISSING : latest.author());
    }

    private static String what(Restated.RecordMove move, Shell shell) {
        if (move.now() == null) return shell.t(move.exists() ? "restatement.record.out" : "restatement.record.gone");
        if (move.then() == null) return shell.t("restatement.record.in");
        return shell.t(move.partUnmoved() ? "restatement.record.unmoved" : "restatement.record.changed");
    }

    private static List<String> contributions(Restated.@Nullable Part part, int measures, Shell shell) {
        if (part == null) return Collections.nCopies(measures, Shell.MISSING);
        return part.contributions().stream().map(value -> shell.number(value, decimals(value))).toList();
    }

    /// All digits, so that amounts add up to what is written below them.
    private static String exact(@Nullable BigDecimal amount) {
        if (amount == null) return Shell.MISSING;
        return signed(amount, Math.max(0, amount.stripTrailingZeros().scale()));
    }

    private static String signed(BigDecimal amount, int decimals) {
        return amount.signum() == 0 ? "0" : (amount.signum() > 0 ? "+" : "−") + Shell.write(amount.abs(), decimals);
    }

    /// Digits that show a contribution.
    static int decimals(@Nullable BigDecimal value) {
        return value == null ? 0 : Math.min(2, Math.max(0, value.stripTrailingZeros().scale()));
    }
}
