package org.luoshi.observation.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.observation.Further;
import org.luoshi.observation.Observation;
import org.postgresql.copy.CopyIn;

/// Observations as COPY takes them in binary format, sent in blocks.
///
/// Rows that say no more than usual are all sent first, without the columns for the rest: [#usual].
final class BinaryRows {

    private static final String USUAL =
            "id, datastream, phenomenon_time, result_time, known_at, feature, amount, quality";
    private static final String REST =
            "words, document, phenomenon_end, valid_from, valid_until, result_quality, parameters, revises";

    private static final short USUAL_COLUMNS = 8;
    private static final short ALL_COLUMNS = 16;
    private static final int BLOCK = 1 << 16;
    private static final int ROW = 2 + ALL_COLUMNS * 4 + 12 * 8;

    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    /// PostgreSQL counts microseconds from here.
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final byte JSONB_VERSION = 1;

    private final CopyIn copy;
    private final boolean usual;
    private ByteBuffer block = ByteBuffer.allocate(BLOCK + ROW).put(HEAD);

    BinaryRows(CopyIn copy, boolean usual) {
        this.copy = copy;
        this.usual = usual;
    }

    static String copy(boolean usual) {
        return "copy luoshi.observation (%s) from stdin (format binary)".formatted(usual ? USUAL : USUAL + ", " + REST);
    }

    /// Whether the row says no more than a number and its time.
    static boolean usual(Observation one) {
        return one.further() == Further.NOTHING && one.words() == null && one.document() == null;
    }

    void put(Observation one) throws SQLException {
        block.putShort(usual ? USUAL_COLUMNS : ALL_COLUMNS);
        putLong(one.id());
        putLong(one.datastream());
        putMoment(one.phenomenonTime());
        putMoment(one.resultTime());
        putMoment(one.knownAt());
        putLong(one.feature());
        Double amount = one.amount();
        if (amount == null) putNull();
        else putLong(Double.doubleToLongBits(amount));
        block.putInt(Short.BYTES).putShort(one.quality().code());
        if (!usual) putRest(one);
        if (block.position() >= BLOCK) send();
    }

    private void putRest(Observation one) {
        Further further = one.further();
        putText(one.words(), false);
        putText(one.document(), true);
        putMoment(further.phenomenonEnd());
        putMoment(further.validFrom());
        putMoment(further.validUntil());
        putText(further.resultQuality(), true);
        putText(further.parameters(), true);
        putLong(further.revises());
    }

    void end() throws SQLException {
        block.putShort((short) -1);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(block.array(), 0, block.position());
        block.clear();
    }

    private void putNull() {
        block.putInt(-1);
    }

    private void putLong(@Nullable Long value) {
        if (value == null) putNull();
        else block.putInt(Long.BYTES).putLong(value);
    }

    private void putMoment(@Nullable Instant moment) {
        if (moment == null) putNull();
        else putLong((moment.getEpochSecond() - EPOCH) * 1_000_000 + moment.getNano() / 1_000);
    }

    private void putText(@Nullable String text, boolean json) {
        if (text == null) {
            putNull();
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int size = bytes.length + (json ? 1 : 0);
        room(Integer.BYTES + size + ROW);
        block.putInt(size);
        if (json) block.put(JSONB_VERSION);
        block.put(bytes);
    }

    private void room(int wanted) {
        if (block.remaining() >= wanted) return;
        block = ByteBuffer.allocate(block.position() + wanted + BLOCK).put(block.flip());
    }
}
