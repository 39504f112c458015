package org.luoshi.attachment.internal.look;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.luoshi.attachment.FileNote;

/// What a PDF does beside being read, by the names in it (ISO 32000, 7.3.5), those in compressed object streams included.
/// It looks for what is known; it proves nothing harmless.
final class PdfLook {

    /// Long enough that none turns up in binary data by chance. `JS` is not among them: an action with it names
    /// `JavaScript` too.
    private static final Map<String, FileNote> NAMES = Map.of(
            "JavaScript", FileNote.SCRIPT,
            "Launch", FileNote.LAUNCH,
            "EmbeddedFile", FileNote.EMBEDDED,
            "EmbeddedFiles", FileNote.EMBEDDED,
            "RichMedia", FileNote.MEDIA,
            "SubmitForm", FileNote.SUBMIT,
            "ImportData", FileNote.SUBMIT);

    private static final String ENCRYPT = "Encrypt";
    private static final int TAIL = 2048;
    private static final int LARGEST_OBJECTS = 32 << 20;
    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer bytes;
    private final Allowance allowance;
    private final Set<FileNote> notes = EnumSet.noneOf(FileNote.class);
    /// Whether objects could not be unpacked: because the whole is encrypted, which is said at its end, or because it is
    /// damaged.
    private boolean unread;
    /// Names since the last object began.
    private final Set<String> recent = new HashSet<>();

    private PdfLook(ByteBuffer bytes, Allowance allowance) {
        this.bytes = bytes;
        this.allowance = allowance;
    }

    static Set<FileNote> at(Path file, Allowance allowance) throws IOException, Unfit {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            byte[] tail = new byte[(int) Math.min(TAIL, channel.size())];
            bytes.get(bytes.limit() - tail.length, tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("startxref")) {
                throw damaged();
            }
            PdfLook look = new PdfLook(bytes, allowance);
            look.scan();
            if (look.unread) throw damaged();
            return look.notes;
        }
    }

    private void scan() throws IOException, Unfit {
        int at = 0;
        while (at < bytes.limit()) {
            byte here = bytes.get(at);
            if (here == '/') {
                at = name(at + 1);
            } else if (here == 's' && isAt(at, "stream") && recent.contains("ObjStm")) {
                at = objects(at + "stream".length());
            } else if (here == 'e' && isAt(at, "endobj")) {
                recent.clear();
                at += "endobj".length();
            } else {
                at++;
            }
        }
    }

    private int name(int from) throws Unfit {
        StringBuilder name = new StringBuilder();
        int at = from;
        for (; at < bytes.limit() && name.length() < 32; at++) {
            int here = bytes.get(at);
            if (here == '#' && at + 2 < bytes.limit() && digit(at + 1) >= 0 && digit(at + 2) >= 0) {
                here = digit(at + 1) * 16 + digit(at + 2);
                at += 2;
            } else if (here <= ' ' || "()<>[]{}/%".indexOf(here) >= 0) {
                break;
            }
            name.append((char) here);
        }
        String word = name.toString();
        if (word.equals(ENCRYPT)) {
            throw new Unfit("PDF 加了密或限制，无法检查；请另存为不加密的", "the PDF is protected, so it cannot be looked into: save it without protection");
        }
        FileNote note = NAMES.get(word);
        if (note != null) notes.add(note);
        recent.add(word);
        return at;
    }

    /// Objects in a compressed stream are looked at as those outside.
    private int objects(int from) throws IOException, Unfit {
        int begin = from;
        if (begin < bytes.limit() && bytes.get(begin) == '\r') begin++;
        if (begin < bytes.limit() && bytes.get(begin) == '\n') begin++;
        int end = begin;
        while (end < bytes.limit() && !(bytes.get(end) == END[0] && isAt(end, "endstream"))) end++;
        byte[] packed = new byte[end - begin];
        bytes.get(begin, packed);
        byte[] objects = recent.contains("FlateDecode") ? unpacked(packed) : packed;
        new PdfLook(ByteBuffer.wrap(objects), allowance).into(notes);
        recent.clear();
        return Math.min(bytes.limit(), end + END.length);
    }

    private void into(Set<FileNote> all) throws IOException, Unfit {
        scan();
        all.addAll(notes);
    }

    private byte[] unpacked(byte[] packed) throws IOException, Unfit {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] objects = in.readNBytes(LARGEST_OBJECTS + 1);
            allowance.unpacked(objects.length > LARGEST_OBJECTS ? Long.MAX_VALUE : objects.length);
            return objects;
        } catch (ZipException | EOFException e) {
            unread = true;
            return new byte[0];
        }
    }

    private static Unfit damaged() {
        return new Unfit("PDF 不完整或已损坏", "the PDF is damaged, or not all of it is there");
    }

    private boolean isAt(int at, String word) {
        if (at + word.length() > bytes.limit()) return false;
        for (int i = 0; i < word.length(); i++) {
            if (bytes.get(at + i) != word.charAt(i)) return false;
        }
        return true;
    }

    private int digit(int at) {
        return Character.digit(bytes.get(at), 16);
    }
}
