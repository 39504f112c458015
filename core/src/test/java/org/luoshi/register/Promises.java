package org.luoshi.register;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.kernel.text.Text;

/// A plan of made-up commitments; none is in force until somebody says so.
final class Promises implements CommitmentNames {

    private volatile Optional<Map<String, Text>> titles = Optional.empty();

    void inForce(String... ids) {
        titles = Optional.of(Stream.of(ids).collect(Collectors.toMap(Function.identity(), Text::same)));
    }

    @Override
    public Optional<Map<String, Text>> titles() {
        return titles;
    }
}
