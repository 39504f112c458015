package org.luoshi.attachment;

import java.time.Instant;
import java.util.Set;
import org.luoshi.pack.process.FileKind;

/// A file that was taken.
///
/// @param name as its owner called it, without folders; ends as its kind does
/// @param kind by its content
/// @param size in bytes
/// @param digest SHA-256 of its content, 64 lower-case hexadecimal digits
/// @param scanned whether a virus scanner has looked at it
public record Attachment(
        long id,
        String name,
        FileKind kind,
        long size,
        String digest,
        Set<FileNote> notes,
        boolean scanned,
        String uploadedBy,
        Instant uploadedAt) {

    public Attachment {
        notes = Set.copyOf(notes);
    }
}
