package org.luoshi.indicator.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.PackSet;
import org.luoshi.register.PacksThen;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// The arrangement of the packs in use, and of those that were in force at a past moment.
@Component
public class Models {

    /// Past arrangements held in memory.
    private static final int HELD = 6;

    private final Registers registers;
    private volatile Model current;

    /// PackSet is compared by identity: the same one is given as long as it is held anywhere.
    private record Key(PackSet packs, Instant since) {}

    private final Map<Key, Model> past = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Model> eldest) {
            return size() > HELD;
        }
    };

    public Models(Registers registers) {
        this.registers = registers;
        this.current = present(new PackSet(List.of()));
    }

    public Model current() {
        PackSet packs = registers.packs();
        Model known = current;
        if (known.packs() != packs) {
            known = present(packs);
            current = known;
        }
        return known;
    }

    private Model present(PackSet packs) {
        return new Model(packs, entity -> registers.table(entity, null));
    }

    /// @param asOf null for the packs in use
    public Model at(@Nullable Instant asOf) {
        if (asOf == null) return current();
        PacksThen then = registers.packsThen(asOf);
        Instant since = then.since();
        if (since == null) return current();
        synchronized (past) {
            return past.computeIfAbsent(new Key(then.packs(), since), key ->
                    new Model(key.packs(), entity -> registers.table(entity, key.since())));
        }
    }
}
