package org.luoshi.app.process;

import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.CaseSample;
import org.luoshi.pack.Sample.SampleValue;
import org.luoshi.pack.process.ProcessDefinition;

/// One synthetic case: what is to become of it, and how far it is.
final class CaseLife {

    /// A case that is refused so often stays where it is, as in an office.
    private static final int PATIENCE = 4;

    final ProcessDefinition process;
    final CaseSample sample;
    final int number;
    final Random random;
    final Map<String, SampleValue> kind;

    /// Working days by which every step of an authority is later; 0 for none.
    final int late;

    /// Acts after which the applicant takes it back; -1 for never.
    private final int withdrawnAfter;

    /// Working days of a suspension to come; 0 for none.
    private int suspension;

    private boolean toReturn;
    private int acts;
    private int refusals;
    private @Nullable String caseNumber;

    CaseLife(ProcessDefinition process, CaseSample sample, int number) {
        this.process = process;
        this.sample = sample;
        this.number = number;
        this.random = new Random(mixed(sample, number));
        CaseSample.Troubles troubles = sample.troubles();
        this.late = troubles.late() != null && random.nextDouble() < troubles.late().share()
                ? CaseWords.between(troubles.late().days(), random)
                : 0;
        this.suspension = troubles.suspended() != null && random.nextDouble() < troubles.suspended().share()
                ? Math.max(1, CaseWords.between(troubles.suspended().days(), random))
                : 0;
        this.toReturn = random.nextDouble() < troubles.returned();
        this.withdrawnAfter = random.nextDouble() < troubles.withdrawn() ? random.nextInt(3) : -1;
        this.kind = kindOf(sample, random);
    }

    /// Spread over all seeds: the first numbers of sequences with neighbouring seeds resemble each other.
    private static long mixed(CaseSample sample, int number) {
        long mixed = sample.seed();
        for (int part : new int[] {sample.id().toString().hashCode(), number}) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }

    private static Map<String, SampleValue> kindOf(CaseSample sample, Random random) {
        int all = sample.kinds().stream().mapToInt(CaseSample.Kind::weight).sum();
        int left = all == 0 ? 0 : random.nextInt(all);
        for (CaseSample.Kind kind : sample.kinds()) {
            left -= kind.weight();
            if (left < 0) return kind.fields();
        }
        return Map.of();
    }

    void appliedAs(String written) {
        caseNumber = written;
    }

    @Nullable String caseNumber() {
        return caseNumber;
    }

    boolean withdrawsNow() {
        return acts++ == withdrawnAfter;
    }

    /// Days of the suspension that is to come, and comes but once.
    int takeSuspension() {
        int days = suspension;
        suspension = 0;
        return days;
    }

    boolean suspends() {
        return suspension > 0;
    }

    boolean returns() {
        return toReturn;
    }

    void returned() {
        toReturn = false;
    }

    /// @return whether anybody tries again
    boolean refused() {
        return ++refusals < PATIENCE;
    }
}
