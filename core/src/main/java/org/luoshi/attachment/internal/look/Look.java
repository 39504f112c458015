package org.luoshi.attachment.internal.look;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.luoshi.attachment.FileNote;
import org.luoshi.pack.process.FileKind;

/// What a file is, and what is told of it.
///
/// @param kind by its content
public record Look(FileKind kind, Set<FileNote> notes) {

    public Look {
        notes = Set.copyOf(notes);
    }

    /// Looks at a file, whatever it is called.
    ///
    /// @throws Unfit if it is none of the kinds, or has in it what is not taken
    public static Look at(Path file) throws IOException, Unfit {
        return at(file, new Allowance(Files.size(file)), false);
    }

    /// @param inside whether the file lies in an archive
    static Look at(Path file, Allowance allowance, boolean inside) throws IOException, Unfit {
        Set<FileNote> notes = EnumSet.noneOf(FileNote.class);
        FileKind kind =
                switch (Signature.of(head(file))) {
                    case PDF -> {
                        notes.addAll(PdfLook.at(file, allowance));
                        yield FileKind.PDF;
                    }
                    case PNG -> PictureLook.png(file);
                    case JPEG -> PictureLook.jpeg(file);
                    case ZIP -> new ZipLook(file, allowance, inside, notes).kind();
                };
        return new Look(kind, notes);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Signature.BYTES);
        }
    }
}
