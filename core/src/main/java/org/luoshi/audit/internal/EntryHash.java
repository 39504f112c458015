package org.luoshi.audit.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import org.luoshi.kernel.digest.Sha256;

/// SHA-256 over the previous hash and an entry's content, every part length-prefixed so that no two
/// contents share a byte sequence.
public final class EntryHash {

    /// Hash before the first entry.
    public static byte[] genesis() {
        return new byte[32];
    }

    private EntryHash() {}

    public static byte[] of(
            byte[] previous,
            long number,
            Instant knownAt,
            String actor,
            String action,
            String subject,
            SortedMap<String, String> details) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(number);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, knownAt));
            text(out, actor);
            text(out, action);
            text(out, subject);
            out.writeInt(details.size());
            for (Map.Entry<String, String> detail : details.entrySet()) {
                text(out, detail.getKey());
                text(out, detail.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.of(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
