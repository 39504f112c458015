package org.luoshi.observation.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luoshi.observation.Reading;

/// What readings of a group are about, as the database knows it: datastreams, and features that readings name.
record Group(Map<Long, Extent> extents, Set<Long> features) {

    private static final String STREAMS =
            """
            select d.id, t.unit, d.numeric, d.lowest, d.highest, place.feature, l.phenomenon_time,
                place.location is not null and place.feature is null as unmade
            from luoshi.datastream d
            join luoshi.thing t on t.id = d.thing
            left join lateral (
                select p.location, f.id as feature from luoshi.thing_location p
                left join luoshi.feature_of_interest f on f.made_of = p.location
                where p.thing = t.id order by p.location limit 1) place on true
            left join luoshi.observation_latest l on l.datastream = d.id
            where d.id = any(?)""";

    /// Features of places at which something is measured for the first time since they were described.
    private static final String MAKE_FEATURES =
            """
            insert into luoshi.feature_of_interest
                (unit, name, description, encoding_type, place, west, south, east, north, made_of)
            select l.unit, l.name, l.description, l.encoding_type, l.place, l.west, l.south, l.east, l.north, l.id
            from luoshi.location l
            where l.id in (
                select min(p.location) from luoshi.thing_location p
                join luoshi.datastream d on d.thing = p.thing where d.id = any(?) group by d.thing)
            on conflict (made_of) do nothing""";

    private static final String FEATURES = "select id from luoshi.feature_of_interest where id = any(?)";

    static Group of(List<Submission> submissions, Connection connection) throws SQLException {
        Set<Long> streams = new HashSet<>();
        Set<Long> features = new HashSet<>();
        for (Submission submission : submissions) {
            long last = -1;
            for (Reading reading : submission.readings()) {
                if (reading.datastream() != last) streams.add(reading.datastream());
                last = reading.datastream();
                if (reading.feature() != null) features.add(reading.feature());
            }
        }
        Object[] asked = streams.toArray();
        Map<Long, Extent> extents = HashMap.newHashMap(asked.length);
        if (find(asked, extents, connection)) {
            try (var statement = connection.prepareStatement(MAKE_FEATURES)) {
                statement.setArray(1, connection.createArrayOf("bigint", asked));
                statement.executeUpdate();
            }
            find(asked, extents, connection);
        }
        return new Group(extents, features.isEmpty() ? Set.of() : known(features, connection));
    }

    /// @return whether one of the things is at a place of which there is no feature yet
    private static boolean find(Object[] asked, Map<Long, Extent> extents, Connection connection) throws SQLException {
        boolean unmade = false;
        try (var statement = connection.prepareStatement(STREAMS)) {
            statement.setArray(1, connection.createArrayOf("bigint", asked));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    OffsetDateTime latest = rows.getObject(7, OffsetDateTime.class);
                    Stream stream = new Stream(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getBoolean(3),
                            rows.getObject(4, Double.class),
                            rows.getObject(5, Double.class),
                            rows.getObject(6, Long.class),
                            latest == null ? null : latest.toInstant());
                    extents.put(stream.id(), new Extent(stream));
                    unmade |= rows.getBoolean(8);
                }
            }
        }
        return unmade;
    }

    private static Set<Long> known(Set<Long> features, Connection connection) throws SQLException {
        Set<Long> known = new HashSet<>();
        try (var statement = connection.prepareStatement(FEATURES)) {
            statement.setArray(1, connection.createArrayOf("bigint", features.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) known.add(rows.getLong(1));
            }
        }
        return known;
    }
}
