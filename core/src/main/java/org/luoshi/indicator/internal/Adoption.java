package org.luoshi.indicator.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Indicator;
import org.springframework.stereotype.Component;

/// Compares what the kept sums were made by with the packs and units in force, and marks what differs: sources that
/// are summed up otherwise, indicators that are computed otherwise, units that have other units below them.
///
/// Within the transaction of an activation, the marks come into force with the packs: a crash in between leaves either
/// the old packs with their cells, or the new ones with cells that know they are stale.
@Component
public class Adoption {

    private final DSLContext database;
    private final Clock clock;

    public Adoption(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Call while no step of [Recomputation] runs.
    public void adopt(Model model) {
        boolean sources = adoptSources(model);
        boolean indicators = adoptIndicators(model);
        boolean tree = adoptTree();
        if (sources || indicators) KeptSums.forgetOthers(database, model.rollings());
        if (sources || tree) database.execute("analyze luoshi.unit_ancestor");
    }

    private boolean adoptSources(Model model) {
        Map<String, String> known = known("select id, layout from luoshi.indicator_source");
        Marks marks = new Marks(database, model, clock.getZone());
        boolean changed = false;
        for (SourceLayout layout : model.sources()) {
            String digest = Layouts.digest(model, layout, clock.getZone());
            if (digest.equals(known.remove(layout.id()))) continue;
            database.execute(
                    "insert into luoshi.indicator_source (id, layout) values (?, ?) on conflict (id) do update"
                            + " set layout = excluded.layout, computed_to = null, summed_to = null",
                    layout.id(),
                    digest);
            // summed up otherwise, they would be read as something else
            database.execute("delete from luoshi.indicator_sum where source = ?", layout.id());
            marks.whole(layout.id());
            changed = true;
        }
        for (String gone : known.keySet()) {
            database.execute("delete from luoshi.indicator_source where id = ?", gone);
            database.execute("delete from luoshi.indicator_mark where source = ?", gone);
        }
        return changed || !known.isEmpty();
    }

    private boolean adoptIndicators(Model model) {
        Map<String, String> known = known("select indicator, digest from luoshi.indicator_definition");
        boolean changed = false;
        for (Indicator indicator : model.indicators()) {
            String id = indicator.id().toString();
            String digest = Layouts.digest(indicator);
            if (digest.equals(known.remove(id))) continue;
            database.execute(
                    "insert into luoshi.indicator_definition (indicator, digest) values (?, ?) on conflict (indicator)"
                            + " do update set digest = excluded.digest",
                    id,
                    digest);
            database.execute("insert into luoshi.indicator_mark (indicator) values (?)", id);
            changed = true;
        }
        for (String gone : known.keySet()) {
            database.execute("delete from luoshi.indicator_definition where indicator = ?", gone);
            database.execute("delete from luoshi.indicator_mark where indicator = ?", gone);
        }
        return changed || !known.isEmpty();
    }

    private boolean adoptTree() {
        Instant latest = moment(
                """
                select max(at) from (
                    select max(known_from) as at from luoshi.unit union all select max(known_to) from luoshi.unit_history
                    union all select max(known_from) from luoshi.unit_ancestor
                    union all select max(known_to) from luoshi.unit_ancestor_history) as moments""");
        Instant adopted = moment("select known_at from luoshi.indicator_tree");
        if (latest == null || latest.equals(adopted)) return false;
        database.execute(
                "insert into luoshi.indicator_tree (known_at) values (?::timestamptz) on conflict (single) do update"
                        + " set known_at = excluded.known_at",
                latest.toString());
        if (adopted == null) return false; // nothing was rolled up yet
        Map<String, @Nullable LocalDate> touched = new TreeMap<>(new TreeChange(database, adopted).touched());
        touched.forEach((unit, from) -> database.execute(
                "insert into luoshi.indicator_mark (ancestor, period) values (?, ?::date)", unit, from));
        return !touched.isEmpty();
    }

    private @Nullable Instant moment(String query) {
        Record row = database.fetchOne(query);
        return row == null ? null : row.get(0, Instant.class);
    }

    private Map<String, String> known(String query) {
        return new HashMap<>(database.fetch(query).intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }
}
