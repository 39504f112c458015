package org.luoshi.register.internal.history;

import static org.luoshi.tables.Tables.PACK_IN_FORCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackFiles;
import org.luoshi.pack.PackSet;
import org.luoshi.register.PackReader;
import org.luoshi.register.PackVersion;
import org.luoshi.register.PacksThen;

/// Which packs were in force when. Past ones are compiled again from their kept files when somebody asks.
///
/// A moment before the first packs is answered with the first ones: there were no facts yet either.
public final class PackHistory {

    /// Past pack sets held in memory, those that cannot be read among them.
    private static final int HELD = 6;

    private final DSLContext database;
    private final PackFileStore files;
    private final Supplier<Optional<PackReader>> reader;
    private volatile @Nullable NavigableMap<Instant, List<PackVersion>> timeline;
    /// @param packs empty where they cannot be read, which is as dear to find out as to read them
    private record Attempt(Optional<PackSet> packs) {}

    /// By digests.
    private final Map<Set<String>, Attempt> held = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<String>, Attempt> eldest) {
            return size() > HELD;
        }
    };

    /// One at a time: a compiler wants a processor for itself.
    private final Object compiling = new Object();

    /// @param reader empty where nobody has a compiler
    public PackHistory(DSLContext database, Supplier<Optional<PackReader>> reader) {
        this.database = database;
        this.files = new PackFileStore(database);
        this.reader = reader;
    }

    /// Notes that these packs are in force from the change on. Within its transaction.
    public void record(PackSet packs, Change change) {
        int position = 0;
        for (Pack pack : packs.packs()) {
            database.insertInto(PACK_IN_FORCE)
                    .set(PACK_IN_FORCE.KNOWN_AT, change.knownAt())
                    .set(PACK_IN_FORCE.POSITION, ++position)
                    .set(PACK_IN_FORCE.PACK, pack.id())
                    .set(PACK_IN_FORCE.VERSION, pack.version())
                    .set(PACK_IN_FORCE.DIGEST, pack.digest())
                    .set(PACK_IN_FORCE.CHANGE, change.number())
                    .execute();
        }
        keep(packs);
        Afterwards.forget(() -> timeline = null);
    }

    /// Keeps the packs' files where an earlier program did not.
    public void keep(PackSet packs) {
        files.keep(packs.files());
        Afterwards.forget(() -> {
            synchronized (held) {
                held.values().removeIf(attempt -> attempt.packs().isEmpty());
            }
        });
    }

    /// By the moment from which they were in force; at each moment all packs.
    public NavigableMap<Instant, List<PackVersion>> timeline() {
        NavigableMap<Instant, List<PackVersion>> known = timeline;
        if (known == null) {
            known = new TreeMap<>();
            for (var row : database.selectFrom(PACK_IN_FORCE).orderBy(PACK_IN_FORCE.KNOWN_AT, PACK_IN_FORCE.POSITION)) {
                known.computeIfAbsent(row.getKnownAt(), unused -> new ArrayList<>())
                        .add(new PackVersion(
                                row.getPack(), row.getVersion(), row.getDigest(), row.getKnownAt(), row.getChange()));
            }
            timeline = known;
        }
        return known;
    }

    /// @param present the packs in use
    public PacksThen at(Instant moment, PackSet present) {
        NavigableMap<Instant, List<PackVersion>> epochs = timeline();
        if (epochs.isEmpty()) return new PacksThen(present, null, null);
        Map.Entry<Instant, List<PackVersion>> epoch = epochs.floorEntry(moment);
        if (epoch == null) epoch = epochs.firstEntry();
        if (epoch.getKey().equals(epochs.lastKey())) return new PacksThen(present, null, null);
        List<PackVersion> versions = epoch.getValue();
        Set<String> digests = versions.stream().map(PackVersion::digest).collect(Collectors.toSet());
        Instant since = epoch.getKey();
        if (digests.equals(digests(present))) return new PacksThen(present, since, null);
        return read(digests, versions)
                .map(packs -> new PacksThen(packs, since, null))
                .orElseGet(() -> new PacksThen(present, null, shortfall(versions)));
    }

    /// The files are read before anybody waits: those who wait may hold all the connections that reading would need.
    private Optional<PackSet> read(Set<String> digests, List<PackVersion> versions) {
        Attempt known = held(digests);
        if (known != null) return known.packs();
        List<PackFiles> kept = new ArrayList<>();
        for (PackVersion version : versions) files.read(version.pack(), version.digest()).ifPresent(kept::add);
        synchronized (compiling) {
            Attempt meanwhile = held(digests);
            if (meanwhile != null) return meanwhile.packs();
            Optional<PackSet> read = kept.size() < versions.size() ? Optional.empty() : compile(kept, versions);
            synchronized (held) {
                held.put(digests, new Attempt(read));
            }
            return read;
        }
    }

    private @Nullable Attempt held(Set<String> digests) {
        synchronized (held) {
            return held.get(digests);
        }
    }

    private Optional<PackSet> compile(List<PackFiles> kept, List<PackVersion> versions) {
        return reader.get()
                .flatMap(compiler -> compiler.read(kept))
                .filter(packs -> versions.stream().allMatch(version -> holds(packs, version)));
    }

    private static boolean holds(PackSet packs, PackVersion version) {
        return packs.packs().stream()
                .anyMatch(pack -> pack.id().equals(version.pack()) && pack.digest().equals(version.digest()));
    }

    private static Text shortfall(List<PackVersion> versions) {
        String named = String.join(
                "、", versions.stream().map(version -> version.pack() + " " + version.version()).toList());
        return new Text(
                "当时启用的系统包（%s）没有保存，或本程序已不能读，以下改按现行系统包计算。".formatted(named),
                "The packs in force then (%s) were not kept, or this program cannot read them any more; today's packs are used instead."
                        .formatted(named.replace("、", ", ")));
    }

    private static Set<String> digests(PackSet packs) {
        return packs.packs().stream().map(Pack::digest).collect(Collectors.toSet());
    }
}
