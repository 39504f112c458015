package org.luoshi.register.internal.load;

import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/// What goes to COPY in binary format, in blocks.
final class CopyStream {

    private static final int BLOCK = 1 << 16;
    /// Signature, no flags, no extension.
    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final CopyIn copy;
    private byte[] bytes = new byte[BLOCK * 2];
    private int size;

    CopyStream(CopyIn copy) {
        this.copy = copy;
        put(HEAD, HEAD.length);
    }

    void row(int fields) {
        byte[] count = {(byte) (fields >> 8), (byte) fields};
        put(count, count.length);
    }

    void put(byte[] from, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, size + length + BLOCK);
        }
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    /// @return whether a block went out
    boolean flushIfFull() throws SQLException {
        if (size < BLOCK) {
            return false;
        }
        flush();
        return true;
    }

    void end() throws SQLException {
        row(-1);
        flush();
    }

    private void flush() throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        size = 0;
    }
}
