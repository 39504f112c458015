package org.luoshi.observation.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.observation.Observation;
import org.luoshi.observation.Quality;

/// Keeps what is known of each datastream beside its observations, by what a group adds to it: which is its newest, over
/// what times it reaches, of which features it speaks.
final class Marks {

    private static final String GROW =
            """
            insert into luoshi.observation_latest as l
                (datastream, id, phenomenon_time, earliest_time, latest_time, earliest_result, latest_result)
            select * from unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[], ?::timestamptz[])
            on conflict (datastream) do update set
                id = case when excluded.phenomenon_time >= l.phenomenon_time then excluded.id else l.id end,
                phenomenon_time = greatest(l.phenomenon_time, excluded.phenomenon_time),
                earliest_time = least(l.earliest_time, excluded.earliest_time),
                latest_time = greatest(l.latest_time, excluded.latest_time),
                earliest_result = least(l.earliest_result, excluded.earliest_result),
                latest_result = greatest(l.latest_result, excluded.latest_result)""";

    private static final String PAIR =
            """
            insert into luoshi.datastream_feature (datastream, feature)
            select * from unnest(?::bigint[], ?::bigint[]) on conflict do nothing""";

    /// Of datastreams and moments at which something was replaced or taken back, the datastreams of which it was the
    /// newest, or the first, or reached out in one of the other ways.
    private static final String TOUCHED =
            """
            select distinct w.datastream from unnest(?::bigint[], ?::timestamptz[]) w (datastream, moment)
            join luoshi.observation_latest l using (datastream)
            where w.moment in (l.earliest_time, l.phenomenon_time) or exists (
                select 1 from luoshi.observation o
                where o.datastream = w.datastream and o.phenomenon_time = w.moment
                and (o.result_time in (l.earliest_result, l.latest_result) or o.phenomenon_end = l.latest_time))""";

    private static final String FORGET = "delete from luoshi.observation_latest where datastream = any(?)";

    private static final String COUNT_ANEW =
            """
            insert into luoshi.observation_latest
                (datastream, id, phenomenon_time, earliest_time, latest_time, earliest_result, latest_result)
            select datastream, (array_agg(id order by phenomenon_time desc))[1], max(phenomenon_time), min(phenomenon_time),
                max(coalesce(phenomenon_end, phenomenon_time)), min(result_time), max(result_time)
            from (
                select distinct on (datastream, phenomenon_time) * from luoshi.observation
                where datastream = any(?) order by datastream, phenomenon_time desc, id desc) as holding
            where quality <> %d
            group by datastream"""
                    .formatted(Quality.WITHDRAWN.code());

    private final Connection connection;
    private final List<Extent> grown = new ArrayList<>();
    private final List<Extent> revised = new ArrayList<>();

    Marks(Connection connection, Iterable<Extent> extents) {
        this.connection = connection;
        for (Extent extent : extents) {
            if (extent.earliest() != null) grown.add(extent);
            if (!extent.revised().isEmpty()) revised.add(extent);
        }
    }

    void set() throws SQLException {
        if (!grown.isEmpty()) grow();
        if (!revised.isEmpty()) countAnew();
    }

    /// What is all late moves neither id nor time of the newest: it is given a time that is too early for that.
    private void grow() throws SQLException {
        try (var statement = connection.prepareStatement(GROW)) {
            statement.setArray(1, array("bigint", grown, extent -> extent.stream().id()));
            statement.setArray(2, array("bigint", grown, extent -> {
                Observation newest = extent.newest();
                return newest == null ? 0L : newest.id();
            }));
            statement.setArray(3, array("timestamptz", grown, extent -> {
                Observation newest = extent.newest();
                return text(newest == null ? extent.earliest() : newest.phenomenonTime());
            }));
            statement.setArray(4, array("timestamptz", grown, extent -> text(extent.earliest())));
            statement.setArray(5, array("timestamptz", grown, extent -> text(extent.latest())));
            statement.setArray(6, array("timestamptz", grown, extent -> text(extent.earliestResult())));
            statement.setArray(7, array("timestamptz", grown, extent -> text(extent.latestResult())));
            statement.executeUpdate();
        }
        List<Long> datastreams = new ArrayList<>();
        List<Long> features = new ArrayList<>();
        for (Extent extent : grown) {
            for (Long feature : extent.features()) {
                datastreams.add(extent.stream().id());
                features.add(feature);
            }
        }
        if (features.isEmpty()) return;
        try (var statement = connection.prepareStatement(PAIR)) {
            statement.setArray(1, array("bigint", datastreams, id -> id));
            statement.setArray(2, array("bigint", features, id -> id));
            statement.executeUpdate();
        }
    }

    private void countAnew() throws SQLException {
        List<Long> datastreams = new ArrayList<>();
        List<Instant> moments = new ArrayList<>();
        for (Extent extent : revised) {
            for (Instant moment : extent.revised()) {
                datastreams.add(extent.stream().id());
                moments.add(moment);
            }
        }
        List<Long> touched = new ArrayList<>();
        try (var statement = connection.prepareStatement(TOUCHED)) {
            statement.setArray(1, array("bigint", datastreams, id -> id));
            statement.setArray(2, array("timestamptz", moments, Marks::text));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) touched.add(rows.getLong(1));
            }
        }
        for (String step : touched.isEmpty() ? List.<String>of() : List.of(FORGET, COUNT_ANEW)) {
            try (var statement = connection.prepareStatement(step)) {
                statement.setArray(1, array("bigint", touched, id -> id));
                statement.executeUpdate();
            }
        }
    }

    private <T> Array array(String type, List<T> rows, Function<T, @Nullable Object> column) throws SQLException {
        return Known.present(
                connection.createArrayOf(type, rows.stream().map(column).toArray(Object[]::new)), "array of " + type);
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
