package org.luoshi.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// The register as of any moment is what a plain replay of the writes gives.
class AsOfLawsTest {

    private static @Nullable Town town;

    record Step(String code, Kind kind, long jobs, boolean clockMoves) {}

    enum Kind {
        PUT,
        DELETE
    }

    @BeforeContainer
    static void open() {
        town = new Town();
    }

    @AfterContainer
    static void close() {
        town.close();
    }

    @Property(tries = 25)
    void asOfEqualsTheReplayedModel(@ForAll("steps") List<Step> steps) {
        Register projects = town.projects();
        Map<String, Long> now = new TreeMap<>();
        for (RegisterRecord left : all(null)) {
            projects.delete(left.id(), left.version(), "下一轮", town.system);
        }
        Map<Instant, Map<String, Long>> past = new HashMap<>();
        List<Instant> order = new ArrayList<>();
        for (Step step : steps) {
            if (step.clockMoves()) {
                town.clock.advance(Duration.ofHours(1));
            }
            Instant known = write(projects, step, now);
            if (known != null) {
                past.put(known, new TreeMap<>(now));
                order.add(known);
            }
        }
        assertThat(order).isSorted().doesNotHaveDuplicates();
        for (Instant moment : order) {
            assertThat(state(moment)).as("as of %s", moment).isEqualTo(past.get(moment));
        }
        assertThat(state(null)).isEqualTo(now);
    }

    private static @Nullable Instant write(Register projects, Step step, Map<String, Long> now) {
        var found = projects.findByKey(Map.of("code", step.code()), null, town.system);
        WriteResult result = switch (step.kind()) {
            case DELETE -> found.map(r -> projects.delete(r.id(), r.version(), "试", town.system)).orElse(new WriteResult.Missing());
            case PUT -> found
                    .map(r -> projects.update(r.id(), r.version(), Map.of("jobs", step.jobs()), town.system))
                    .orElseGet(() -> {
                        Map<String, Object> values = new HashMap<>(RegisterTest.project(step.code(), "north"));
                        values.put("jobs", step.jobs());
                        return projects.create(values, town.system);
                    });
        };
        if (!(result instanceof WriteResult.Written written)) {
            return null;
        }
        if (step.kind() == Kind.DELETE) {
            now.remove(step.code());
        } else {
            now.put(step.code(), step.jobs());
        }
        return written.change().knownAt();
    }

    private static Map<String, Long> state(@Nullable Instant moment) {
        return all(moment).stream()
                .collect(Collectors.toMap(r -> (String) r.value("code"), r -> (Long) r.value("jobs"), (a, b) -> a, TreeMap::new));
    }

    private static List<RegisterRecord> all(@Nullable Instant moment) {
        return town.projects().list(ListRequest.first(100).asOf(moment), town.system).rows();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C"),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(3, Kind.PUT), net.jqwik.api.Tuple.of(1, Kind.DELETE)),
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
