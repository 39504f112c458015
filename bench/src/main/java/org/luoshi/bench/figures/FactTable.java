package org.luoshi.bench.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/// The records: synthetic, from a seed, written by one statement as one change. How fast records come in by import is
/// another question (`./luoshi bench import`).
final class FactTable {

    private FactTable() {}

    /// Records over 60 months, the last of them the running one; later ones are more, as registers grow; one in five is
    /// closed within half a year.
    /// @param today a day of the running month
    static void fill(Connection connection, long records, long seed, LocalDate today) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select setseed(" + (seed % 1000) / 1000.0 + ")");
            statement.execute(
                    """
                    insert into load.fact (_id, _version, _known_from, _change, code, place, kind, amount, people, score,
                            happened_on, closed_on)
                    select i, 1, e.known_at, e.number, 'F' || i, 's' || lpad(floor(279 * power(random(), 1.5))::int::text, 3, '0'),
                           chr(97 + floor(5 * random())::int), round((random() * 10000)::numeric, 2),
                           floor(500 * random())::bigint, round((random() * 100)::numeric, 1), d.day,
                           case when random() < 0.2 then d.day + 1 + floor(180 * random())::int end
                    from generate_series(1, %d) as i
                    cross join (select number, known_at from luoshi.audit_entry order by number desc limit 1) as e
                    cross join (select date '%s' as today) as c
                    cross join lateral (select (date_trunc('month', c.today) - interval '59 months')::date
                            + floor((c.today - (date_trunc('month', c.today) - interval '59 months')::date)
                                * sqrt(random()) + 0 * i)::int as day) as d"""
                            .formatted(records, today));
            statement.execute("insert into luoshi.indicator_mark (source) select id from luoshi.indicator_source");
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) load.fact");
            statement.execute("checkpoint");
        }
    }
}
