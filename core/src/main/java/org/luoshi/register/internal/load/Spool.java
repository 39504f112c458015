package org.luoshi.register.internal.load;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/// The good rows of a file, checked as far as a row goes by itself, in a temporary file. The change is opened only when
/// they are complete, so that nobody waits while a file is read.
final class Spool implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final RowBuffer buffer = new RowBuffer();
    private long rows;

    /// What comes before the fields that the file gives.
    interface Lead {

        /// @param number of the row in the file
        byte[] of(long number);
    }

    private Spool(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Spool open() throws IOException {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static Spool in(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "luoshi-import-", ".rows");
        // where the system allows, the name goes at once, and a killed process leaves nothing behind
        return new Spool(file, FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /// Where a row is written; after it, call [#keep] or [#drop].
    RowBuffer buffer() {
        return buffer;
    }

    void keep() throws IOException {
        buffer.end();
        rows++;
        if (buffer.size() >= BLOCK) {
            flush();
        }
    }

    void drop() {
        buffer.drop();
    }

    long rows() {
        return rows;
    }

    /// Sends all rows, and can do so again.
    ///
    /// @param fields of a row, with those of the lead
    void send(CopyIn copy, int fields, Lead lead, Watch watch) throws IOException, SQLException {
        flush();
        channel.position(0);
        // not closed, as that would close the channel
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BLOCK));
        CopyStream out = new CopyStream(copy);
        byte[] body = new byte[1 << 12];
        for (long sent = 1; sent <= rows; sent++) {
            int length = in.readInt() - Long.BYTES;
            byte[] first = lead.of(in.readLong());
            if (body.length < length) {
                body = new byte[length * 2];
            }
            in.readFully(body, 0, length);
            out.row(fields);
            out.put(first, first.length);
            out.put(body, length);
            if (out.flushIfFull()) {
                watch.read(sent);
            }
        }
        out.end();
        watch.read(rows);
    }

    private void flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer.bytes(), 0, buffer.size());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw Failures.at(file, e);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
