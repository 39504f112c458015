package org.luoshi.indicator.expression;

import java.util.List;

/// A finite sequence of choices from which a test case is built. Where it ends, the first alternative is taken, so a
/// shorter sequence of smaller numbers is a simpler case and the property library can shrink it.
final class Choices {

    private final List<Integer> numbers;
    private int next;

    Choices(List<Integer> numbers) {
        this.numbers = numbers;
    }

    /// From 0 to `alternatives` - 1.
    int of(int alternatives) {
        return next < numbers.size() ? numbers.get(next++) % alternatives : 0;
    }

    <T> T among(List<T> alternatives) {
        return alternatives.get(of(alternatives.size()));
    }

    boolean isSpent() {
        return next >= numbers.size();
    }
}
