package org.luoshi.indicator.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/// All marks that a step sees.
///
/// Of very many it is not asked which records they are about, then not even which units and periods: to sum up again is
/// faster at some point, and what is held in memory stays bounded.
final class PendingMarks {

    private static final int RECORDS = 20_000;
    private static final int KEYS = 100_000;

    private final Map<String, Touched> touched = new LinkedHashMap<>();
    private final CellMarks cells = new CellMarks();
    private final DSLContext database;

    PendingMarks(DSLContext database) {
        this.database = database;
        Result<Record> marks = database.fetch(
                "select source, unit, period, record from luoshi.indicator_mark where source is not null limit " + (RECORDS + 1));
        if (marks.size() > RECORDS)
            marks = database.fetch("select distinct source, unit, period, null::bigint as record from luoshi.indicator_mark"
                    + " where source is not null limit " + (KEYS + 1));
        if (marks.size() > KEYS)
            marks = database.fetch("select distinct source, null::text as unit, null::date as period, null::bigint as record"
                    + " from luoshi.indicator_mark where source is not null");
        marks.forEach(this::add);
        database.fetch("select indicator, ancestor, period from luoshi.indicator_mark where source is null")
                .forEach(cells::add);
    }

    private void add(Record mark) {
        touched.computeIfAbsent(mark.get("source", String.class), unused -> new Touched())
                .add(mark.get("unit", String.class), mark.get("period", LocalDate.class), mark.get("record", Long.class));
    }

    boolean isEmpty() {
        return touched.isEmpty() && cells.indicators().isEmpty() && cells.units().isEmpty();
    }

    /// By source.
    Map<String, Touched> touched() {
        return touched;
    }

    CellMarks cells() {
        return cells;
    }

    /// Those that were seen: a later one is not visible in the same transaction.
    void remove() {
        database.execute("delete from luoshi.indicator_mark");
    }
}
