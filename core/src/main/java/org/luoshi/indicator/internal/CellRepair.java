package org.luoshi.indicator.internal;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.indicator.Difference;
import org.luoshi.indicator.Finding;
import org.luoshi.indicator.WrongSum;
import org.luoshi.pack.QualifiedId;
import org.springframework.stereotype.Component;

/// Has what a check found computed anew, by the same marks that a changed fact leaves: from then on the cells know that
/// they are stale, and whoever recomputes, this process or a server beside it, ends it.
@Component
public class CellRepair {

    private static final String ACTION = "indicator.repair";

    /// More wrong sums of one source, and all of it is built anew.
    private static final int SUMS_A_SOURCE = 10_000;

    private final DSLContext database;
    private final Models models;
    private final ChangeLog log;
    private final Clock clock;

    public CellRepair(DSLContext database, Models models, ChangeLog log, Clock clock) {
        this.database = database;
        this.models = models;
        this.log = log;
        this.clock = clock;
    }

    /// What is to be computed anew, of however many findings.
    public static final class Needed {

        private final Set<QualifiedId> indicators = new LinkedHashSet<>();
        private final Map<String, Set<WrongSum>> sums = new TreeMap<>();
        private long findings;

        public void add(Finding finding) {
            findings++;
            switch (finding) {
                case Difference cell -> indicators.add(cell.indicator());
                case WrongSum sum -> {
                    Set<WrongSum> ofSource = sums.computeIfAbsent(sum.source(), unused -> new LinkedHashSet<>());
                    if (ofSource.size() <= SUMS_A_SOURCE) ofSource.add(sum);
                }
            }
        }
    }

    /// Within a transaction: marks and an entry in the audit log.
    public void mark(Needed needed) {
        Marks marks = new Marks(database, models.current(), clock.getZone());
        needed.sums.forEach((source, wrong) -> {
            if (wrong.size() > SUMS_A_SOURCE) marks.whole(source);
            else wrong.forEach(sum -> marks.sum(sum.source(), sum.unit(), sum.period()));
        });
        // what is kept above a wrong sum does not follow from the difference to the right one
        Set<QualifiedId> indicators = new LinkedHashSet<>(needed.indicators);
        models.current().indicators().stream()
                .filter(indicator -> models.current().rollings(indicator).stream()
                        .anyMatch(rolling -> needed.sums.containsKey(rolling.layout().id())))
                .forEach(indicator -> indicators.add(indicator.id()));
        indicators.forEach(marks::cells);
        log.open(new ChangeRequest("system", ACTION, "indicators", Map.of("findings", Long.toString(needed.findings))));
    }
}
