package org.luoshi.plan.forecast;

import java.time.LocalDate;
import java.util.List;

/// Half the belief to each of two methods.
record Blend(Method one, Method other) implements Method {

    @Override
    public Predictive ahead(List<History.Change> changes, Reading last, Aim aim, LocalDate day) {
        return new Mixture(one.ahead(changes, last, aim, day), other.ahead(changes, last, aim, day));
    }
}
