package org.luoshi.bench.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A record of the load register `bench.entry`.
///
/// @param amount hundredths of 万元
record Entry(
        String code,
        String name,
        String unit,
        String stage,
        long amount,
        int people,
        LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    static final List<String> FIELDS =
            List.of("code", "name", "unit", "stage", "amount", "people", "opened_on", "closed_on");

    static final List<String> STAGES = List.of("reported", "accepted", "handled", "verified", "closed");

    /// The demonstration stands on 2025-09-22; entries end before it.
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 10, 1);

    private static final int DAYS = 350;

    /// Rows of a file, the same for the same seed. Units have unequal shares, as real ones do.
    ///
    /// @param prefix of the codes; keeps the files of several rounds apart
    static Stream<Entry> random(long seed, int rows, String prefix, List<String> units) {
        var random = new Random(seed);
        var shuffled = IntStream.range(0, rows).toArray();
        for (var i = rows - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var held = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = held;
        }
        var values = new SplittableRandom(seed);
        return IntStream.range(0, rows).mapToObj(i -> random(values, prefix, shuffled[i], units));
    }

    private static Entry random(SplittableRandom random, String prefix, int number, List<String> units) {
        var share = random.nextDouble();
        var unit = units.get((int) (share * share * units.size()));
        var stage = random.nextInt(STAGES.size());
        var opened = FIRST_DAY.plusDays(random.nextInt(DAYS));
        var closed = stage == STAGES.size() - 1 ? opened.plusDays(random.nextInt(1, 60)) : null;
        return new Entry(
                "%s%07d".formatted(prefix, number),
                "合成事项" + number,
                unit,
                STAGES.get(stage),
                random.nextLong(10_000_000),
                random.nextInt(500),
                opened,
                closed);
    }

    String csv() {
        return String.join(
                ",",
                code,
                name,
                unit,
                stage,
                "%d.%02d".formatted(amount / 100, amount % 100),
                Integer.toString(people),
                openedOn.toString(),
                closedOn == null ? "" : closedOn.toString());
    }
}
