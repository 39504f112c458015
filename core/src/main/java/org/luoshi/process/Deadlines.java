package org.luoshi.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.process.internal.Expiring;
import org.luoshi.process.internal.Outcomes;
import org.luoshi.register.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/// What happens by law when a limit has passed and nobody has acted: an application that nobody found fault with in
/// time is accepted.
@Service
public class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final Expiring expiring;
    private final Registers registers;
    private final Outcomes outcomes;
    private final Clock clock;

    public Deadlines(
            Expiring expiring, Registers registers, PlatformTransactionManager transactions, Clock clock) {
        this.expiring = expiring;
        this.registers = registers;
        this.outcomes = new Outcomes(transactions);
        this.clock = clock;
    }

    /// Does what is due, each case in a transaction of its own.
    ///
    /// @return how many cases moved
    public int run() {
        Map<String, List<String>> clocks = withExpiry();
        if (clocks.isEmpty()) return 0;
        int moved = 0;
        for (Expiring.Passed passed : expiring.passed(clocks, LocalDate.ofInstant(clock.instant(), Processes.ZONE))) {
            CaseResult result = outcomes.of(() -> expiring.expire(passed));
            if (result instanceof CaseResult.Done) {
                moved++;
            } else if (result instanceof CaseResult.Refused(var errors)) {
                LOG.warn("clock {} of case {} has passed, but what follows was refused: {}", passed.clock(), passed.caseId(), errors);
            }
        }
        return moved;
    }

    private Map<String, List<String>> withExpiry() {
        Map<String, List<String>> clocks = new HashMap<>();
        registers.packs().processes().forEach(process -> {
            List<String> ids = process.clocks().stream()
                    .filter(c -> c.expiry().isPresent())
                    .map(CaseClock::id)
                    .toList();
            if (!ids.isEmpty()) clocks.put(process.id().toString(), ids);
        });
        return clocks;
    }
}
