package org.luoshi.plan.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StatusRule;
import org.luoshi.pack.expression.Expr;
import org.luoshi.plan.forecast.BandPoint;
import org.luoshi.plan.forecast.Forecaster;
import org.luoshi.plan.forecast.Outlook;

/// Computes the status of a commitment from facts; nobody can choose it.
public final class Assessor {

    private final StatusRule rule;
    private final Condition condition;
    private final Forecaster forecaster = new Forecaster();

    public Assessor(StatusRule rule, Condition condition) {
        this.rule = rule;
        this.condition = condition;
    }

    public Assessment assess(Facts facts) {
        Facts.FigureFacts figure = facts.figure();
        return figure == null ? byMilestones(facts) : byFigure(facts, figure);
    }

    private Assessment byFigure(Facts facts, Facts.FigureFacts figure) {
        Plan.Commitment commitment = facts.commitment();
        Indicator indicator = figure.indicator();
        TargetPath path = TargetPath.of(
                figure.figure(), commitment.period().to(), indicator.direction() == Indicator.Direction.BINARY);
        Facts.Actual actual = figure.latest();
        Progress progress = null;
        BigDecimal expected = null;
        Outlook outlook = null;
        if (actual != null) {
            expected = path.asked(actual.on(), indicator.decimals());
            progress = Progress.of(
                    indicator.direction(),
                    indicator.range(),
                    new Progress.Position(
                            figure.figure().baseline().value(), expected, figure.figure().target(), actual.value()));
            outlook = outlook(facts, figure, progress);
        }
        boolean done = progress != null && progress.reached() && doneNow(indicator, facts);
        Circumstances circumstances = new Circumstances(
                done,
                true,
                actual != null,
                !facts.day().isBefore(path.firstAsks()) || progress != null && progress.ratio().compareTo(BigDecimal.ONE) > 0,
                !done && facts.day().isAfter(commitment.period().to()),
                progress == null ? null : progress.ratio(),
                progress == null ? null : progress.gap(),
                outlook instanceof Outlook.Chance chance ? BigDecimal.valueOf(chance.chance()) : null,
                facts.day().until(commitment.period().to(), ChronoUnit.DAYS),
                actual == null || done ? 0 : staleDays(indicator, actual.on(), facts.day()),
                done ? 0 : lateDays(facts));
        return decide(facts, circumstances, new Reasoning(facts, circumstances, path, actual, expected, outlook));
    }

    /// A total that has been reached stays reached; a level has to be held on the last day.
    private static boolean doneNow(Indicator indicator, Facts facts) {
        return switch (indicator.direction()) {
            case CUMULATIVE, BINARY -> true;
            case UP, DOWN, RANGE -> !facts.day().isBefore(facts.commitment().period().to());
        };
    }

    private Assessment byMilestones(Facts facts) {
        Plan.Commitment commitment = facts.commitment();
        List<MilestoneFinding> milestones = facts.milestones();
        LocalDate day = facts.day();
        long reached = milestones.stream().filter(MilestoneFinding::reached).count();
        long due = milestones.stream().filter(m -> m.dueBefore(day)).count();
        long dueReached = milestones.stream().filter(m -> m.dueBefore(day) && m.reached()).count();
        boolean done = milestones.isEmpty() ? facts.wholeEvidence() != null : reached == milestones.size();
        boolean judged = !milestones.isEmpty() && (due > 0 || reached > 0);
        Circumstances circumstances = new Circumstances(
                done,
                false,
                done || facts.evidenceSubmitted() > 0,
                done || judged || milestones.isEmpty() && !day.isBefore(commitment.period().from()),
                !done && day.isAfter(commitment.period().to()),
                judged ? ratio(reached, due, dueReached, milestones.size()) : null,
                judged ? BigDecimal.valueOf(reached == dueReached ? dueReached - due : reached - due) : null,
                null,
                day.until(commitment.period().to(), ChronoUnit.DAYS),
                0,
                done ? 0 : lateDays(facts));
        return decide(facts, circumstances, new Reasoning(facts, circumstances, null, null, null, null));
    }

    /// Reached ÷ due by now. Milestones not yet due never make up for one that is late.
    private static BigDecimal ratio(long reached, long due, long dueReached, int all) {
        if (dueReached < due) {
            return quotient(dueReached, due);
        }
        return due == 0
                ? BigDecimal.ONE.add(quotient(reached, all))
                : quotient(reached, due);
    }

    private static BigDecimal quotient(long a, long b) {
        return BigDecimal.valueOf(a).divide(BigDecimal.valueOf(b), java.math.MathContext.DECIMAL64);
    }

    private @Nullable Outlook outlook(Facts facts, Facts.FigureFacts figure, Progress progress) {
        if (progress.reached() && doneNow(figure.indicator(), facts)) {
            return new Outlook.NothingAhead();
        }
        ForecastInput input = ForecastInput.of(facts.commitment(), figure);
        return input == null ? null : forecaster.outlook(input.readings(), input.aim(), input.whole());
    }

    /// Where the figure may go, for a chart; empty where nothing is forecast.
    public List<BandPoint> band(Facts facts) {
        Facts.FigureFacts figure = facts.figure();
        ForecastInput input = figure == null ? null : ForecastInput.of(facts.commitment(), figure);
        return input == null ? List.of() : forecaster.band(input.readings(), input.aim(), input.whole());
    }

    private long staleDays(Indicator indicator, LocalDate stands, LocalDate day) {
        Integer allowed = rule.staleAfterDays().get(indicator.period());
        if (allowed == null || !stands.isBefore(day)) {
            return 0;
        }
        LocalDate renewal = Period.of(indicator.period(), stands.plusDays(1)).end().plusDays(allowed);
        return Math.max(0, renewal.until(day, ChronoUnit.DAYS));
    }

    private static long lateDays(Facts facts) {
        return facts.milestones().stream()
                .mapToLong(m -> m.lateDays(facts.day()))
                .max()
                .orElse(0);
    }

    /// The conditions of which one is enough.
    private static Stream<Expr> anyOf(Expr when) {
        return when instanceof Expr.Binary binary && binary.operator() == Expr.BinaryOperator.OR
                ? Stream.concat(anyOf(binary.left()), anyOf(binary.right()))
                : Stream.of(when);
    }

    private Assessment decide(Facts facts, Circumstances circumstances, Reasoning reasoning) {
        var variables = circumstances.variables();
        StatusRule.Level level = rule.levels().stream()
                .filter(l -> condition.holds(l.when(), variables))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no level of `" + rule.id() + "` holds"));
        return new Assessment(
                level.level(),
                level.colour(),
                level.title(),
                reasoning.fill(level.reason()),
                anyOf(level.when()).filter(one -> condition.holds(one, variables)).toList(),
                circumstances,
                reasoning.path(),
                reasoning.actual(),
                reasoning.expected(),
                reasoning.outlook(),
                facts.milestones());
    }
}
