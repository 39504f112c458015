package org.luoshi.observation.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.luoshi.access.Units;
import org.luoshi.observation.Answer;
import org.luoshi.observation.Observation;
import org.luoshi.observation.Reading;
import org.luoshi.observation.StoredGroup;
import org.luoshi.observation.internal.Judge.Verdict;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Stores a group of submissions in one transaction: one look at its datastreams, one COPY, one commit that waits for
/// the disk. Between groups it remembers nothing that the database could contradict.
public final class GroupWriter {

    private static final String ADVANCE =
            """
            update luoshi.observation_head
            set last_id = last_id + ?, known_at = greatest(?, known_at + interval '1 microsecond')
            returning last_id, known_at""";

    private final DataSource source;
    private final Units units;
    private final Clock clock;
    private final Instant earliest;
    private final Duration ahead;
    private final Partitions partitions = new Partitions();

    /// @param earliest no phenomenon is older
    /// @param ahead how far a sender's clock may be ahead of ours
    public GroupWriter(DataSource source, Units units, Clock clock, Instant earliest, Duration ahead) {
        this.source = source;
        this.units = units;
        this.clock = clock;
        this.earliest = earliest;
        this.ahead = ahead;
    }

    /// @param answers to each submission, in order; true for ever
    public record Stored(List<List<Answer>> answers, StoredGroup group) {}

    public Stored store(List<Submission> group) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return store(group, connection);
            } catch (SQLException | RuntimeException failure) {
                undo(connection, failure);
                throw failure;
            }
        }
    }

    private Stored store(List<Submission> submissions, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = on"); // whatever the server was told
        }
        int size = submissions.stream().mapToInt(submission -> submission.readings().size()).sum();
        Head head = advance(connection, size);
        Group group = Group.of(submissions, connection);
        Judge judge = new Judge(
                group.extents(),
                group.features(),
                units,
                head.knownAt(),
                earliest,
                clock.instant().plus(ahead),
                head.lastId() - size);
        List<Observation> kept = new ArrayList<>(size);
        List<List<Answer>> answers = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) answers.add(judged(submission, judge, kept));
        Set<YearMonth> made = partitions.make(connection, months(kept));
        if (!kept.isEmpty()) {
            copy(connection, kept);
            new Marks(connection, judge.extents()).set();
        }
        connection.commit();
        partitions.made(made);
        return new Stored(answers, new StoredGroup(head.lastId() - size, head.lastId(), kept));
    }

    private static List<Answer> judged(Submission submission, Judge judge, List<Observation> kept) {
        List<Answer> answers = new ArrayList<>(submission.readings().size());
        judge.hear(submission.sender());
        for (Reading reading : submission.readings()) {
            switch (judge.judge(reading)) {
                case Verdict.Kept(Observation observation) -> {
                    kept.add(observation);
                    answers.add(new Answer.Stored(observation.id(), observation.quality()));
                }
                case Verdict.Out(Answer.Reason reason) -> answers.add(new Answer.Refused(reason));
            }
        }
        return answers;
    }

    /// Looks at a moment's month only where it is another day than that of the one before.
    private static Set<YearMonth> months(List<Observation> kept) {
        Set<YearMonth> months = new HashSet<>();
        long last = Long.MIN_VALUE;
        for (Observation one : kept) {
            long day = Math.floorDiv(one.phenomenonTime().getEpochSecond(), 86_400L);
            if (day != last) months.add(Partitions.of(one.phenomenonTime()));
            last = day;
        }
        return months;
    }

    private record Head(long lastId, Instant knownAt) {}

    /// Waits for whoever else is storing a group; ids that are not used are left out for ever.
    private Head advance(Connection connection, int size) throws SQLException {
        try (var statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, size);
            statement.setObject(2, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            try (var head = statement.executeQuery()) {
                if (!head.next()) throw new IllegalStateException("the log of observations has no head");
                return new Head(head.getLong(1), head.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
    }

    private static void copy(Connection connection, List<Observation> observations) throws SQLException {
        copy(connection, observations, true);
        copy(connection, observations, false);
    }

    private static void copy(Connection connection, List<Observation> observations, boolean usual) throws SQLException {
        if (observations.stream().noneMatch(one -> BinaryRows.usual(one) == usual)) return;
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(BinaryRows.copy(usual));
        try {
            BinaryRows rows = new BinaryRows(copy, usual);
            for (Observation one : observations) if (BinaryRows.usual(one) == usual) rows.put(one);
            rows.end();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private static void undo(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }
}
