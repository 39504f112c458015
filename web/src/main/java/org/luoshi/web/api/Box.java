package org.luoshi.web.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A box in degrees of CRS84, longitude first. Where `west` exceeds `east` it crosses the 180th meridian.
public record Box(BigDecimal west, BigDecimal south, BigDecimal east, BigDecimal north) {

    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);
    private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);

    /// Four numbers, or six with heights, which are ignored.
    static Optional<Box> read(List<String> numbers) {
        if (numbers.size() != 4 && numbers.size() != 6) return Optional.empty();
        if (!numbers.stream().allMatch(number -> number.matches("[-+]?[0-9]{1,12}(\\.[0-9]{1,30})?([eE]-?[0-9]{1,2})?")))
            return Optional.empty();
        List<BigDecimal> read = numbers.stream().map(BigDecimal::new).toList();
        int second = read.size() / 2;
        Box box = new Box(read.get(0), read.get(1), read.get(second), read.get(second + 1));
        return box.isOnEarth() ? Optional.of(box) : Optional.empty();
    }

    private boolean isOnEarth() {
        return within(west, HALF_TURN)
                && within(east, HALF_TURN)
                && within(south, QUARTER_TURN)
                && within(north, QUARTER_TURN)
                && south.compareTo(north) <= 0;
    }

    private static boolean within(BigDecimal degrees, BigDecimal most) {
        return degrees.abs().compareTo(most) <= 0;
    }
}
