package org.luoshi.indicator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.springframework.stereotype.Component;

/// Figures of past moments, kept while somebody looks at them.
///
/// The past does not change, except that a change being written may still become known at a moment that has come: such
/// an answer is kept only until there is a later change.
@Component
public class Snapshots {

    private static final int KEPT = 4;

    private record Key(Instant moment, long lastChange, Model model, @Nullable LocalDate basis) {}

    private final Map<Key, Figures> kept = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Figures> eldest) {
            return size() > KEPT;
        }
    };

    /// @param last the latest change there is
    /// @param basis day whose units hold for all periods, or null
    Figures at(
            Instant moment, Change last, Model model, @Nullable LocalDate basis, Function<Instant, Figures> compute) {
        boolean past = moment.isBefore(last.knownAt());
        Key key = new Key(moment, past ? 0 : last.number(), model, basis);
        synchronized (kept) {
            return kept.computeIfAbsent(key, unused -> compute.apply(moment));
        }
    }
}
