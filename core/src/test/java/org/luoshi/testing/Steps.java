package org.luoshi.testing;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/// The choices of one random life, taken one after the other from a list of numbers: a list that shrinks makes a
/// shorter and simpler life.
public final class Steps {

    private final List<Integer> numbers;
    private int at;

    public Steps(List<Integer> numbers) {
        this.numbers = numbers;
    }

    /// Lists to choose by.
    public static Arbitrary<List<Integer>> numbers(int least, int most) {
        return Arbitraries.integers()
                .between(0, 1000)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .withoutEdgeCases();
    }

    /// @return one of 0 to `alternatives` − 1; 0 once all is chosen
    public int next(int alternatives) {
        return at < numbers.size() ? numbers.get(at++) % alternatives : 0;
    }

    public boolean areDone() {
        return at >= numbers.size();
    }
}
