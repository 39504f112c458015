package org.luoshi.plan.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Random walk with unknown drift and spread, pulled a little towards the plan's own pace.
///
/// A change over `d` days is normal with mean `μ·d` and variance `σ²·d`; `(μ, σ²)` has a normal-inverse-gamma
/// prior, so the figure ahead is Student's t in closed form (Gelman et al., Bayesian Data Analysis, 3rd edition,
/// sections 3.3 and 14.2). Old changes count less: weight `2^(-age / halfLife)`.
///
/// @param halfLife days after which a change counts half
/// @param priorDays days of data that the prior on the pace is worth
/// @param priorPace the prior's pace as a share of the plan's
/// @param priorSpread the prior's standard deviation of a month's change, as a share of the plan's month
/// @param widen factor on the scale: simulated histories shift their pace more than the model allows
record DriftingWalk(double halfLife, double priorDays, double priorPace, double priorSpread, double widen)
        implements Method {

    private static final double PRIOR_SHAPE = 1.5;
    private static final double MONTH = 30.4375;

    @Override
    public Predictive ahead(List<History.Change> changes, Reading last, Aim aim, LocalDate day) {
        double horizon = last.on().until(day, ChronoUnit.DAYS);
        if (horizon <= 0) {
            return new Certain(last.value());
        }
        double pace0 = priorPace * aim.plannedPace();
        double monthly = priorSpread * aim.span() * MONTH / aim.from().until(aim.by(), ChronoUnit.DAYS);
        double variance0 = Math.max(monthly * monthly / MONTH, 1e-12);

        double days = priorDays;
        double moved = priorDays * pace0;
        double squares = priorDays * pace0 * pace0;
        double count = 0;
        for (History.Change change : changes) {
            double weight = StrictMath.pow(2, -change.age() / halfLife);
            days += weight * change.days();
            moved += weight * change.by();
            squares += weight * change.by() * change.by() / change.days();
            count += weight;
        }
        double pace = moved / days;
        double shape = PRIOR_SHAPE + count / 2;
        double rate = PRIOR_SHAPE * variance0 + Math.max(0, squares - days * pace * pace) / 2;
        double scale = StrictMath.sqrt(rate / shape * horizon * (1 + horizon / days));
        return new ShiftedStudent(2 * shape, last.value() + pace * horizon, widen * scale);
    }
}
