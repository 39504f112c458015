package org.luoshi.plan.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs candidates over simulated commitments, at the ends of months 4 to 11.
final class Contest {

    /// A candidate's chance from what was known.
    interface Candidate {
        double chance(SimulatedCommitment commitment, List<Reading> known);
    }

    private Contest() {}

    /// candidate → kind (and "all") → reliability
    static Map<String, Map<String, Reliability>> run(Map<String, Candidate> candidates, long firstSeed, int each) {
        Map<String, Map<String, Reliability>> results = new LinkedHashMap<>();
        candidates.keySet().forEach(name -> results.put(name, new LinkedHashMap<>()));
        for (String kind : Simulations.KINDS) {
            for (int i = 0; i < each; i++) {
                // every other seed: even ones are for fitting, odd ones for measuring
                SimulatedCommitment one = new Simulations(firstSeed + 2L * i + 1_000_000L * Simulations.KINDS.indexOf(kind)).next(kind);
                for (int month = 4; month <= 11; month++) {
                    List<Reading> known = one.known().get(month - 1);
                    candidates.forEach((name, candidate) -> {
                        double chance = candidate.chance(one, known);
                        results.get(name).computeIfAbsent(kind, k -> new Reliability()).add(chance, one.onTime());
                        results.get(name).computeIfAbsent("all", k -> new Reliability()).add(chance, one.onTime());
                    });
                }
            }
        }
        return results;
    }

    static double ours(Method counts, Method levels, SimulatedCommitment one, List<Reading> known) {
        History history = new History(known);
        Method method = one.whole() ? counts : levels;
        return one.aim()
                .chance(method.ahead(
                        history.changes(one.aim().from(), one.aim().baseline()),
                        history.last(),
                        one.aim(),
                        one.aim().by()));
    }

    /// Days elapsed against way made: whoever is on the straight line arrives, said with `sure`.
    static double linear(SimulatedCommitment one, List<Reading> known, double sure) {
        Reading last = known.getLast();
        double days = SimulatedCommitment.FROM.until(last.on(), java.time.temporal.ChronoUnit.DAYS);
        double all = SimulatedCommitment.FROM.until(one.aim().by(), java.time.temporal.ChronoUnit.DAYS);
        double projected = one.aim().baseline() + (last.value() - one.aim().baseline()) / days * all;
        return one.aim().chance(new Certain(projected)) > 0.5 ? sure : 1 - sure;
    }
}
