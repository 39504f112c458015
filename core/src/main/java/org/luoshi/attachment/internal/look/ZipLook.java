package org.luoshi.attachment.internal.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.luoshi.attachment.FileNote;
import org.luoshi.pack.process.FileKind;

/// What a ZIP file is: a document of Office, an OFD, or an archive. All of it is unpacked once, counting.
final class ZipLook {

    private static final String TYPES = "[Content_Types].xml";
    private static final int LARGEST_PART_READ = 4 << 20;
    private static final int TAIL = 22 + 0xffff;
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;

    private final Path file;
    private final Allowance allowance;
    private final boolean inside;
    private final Set<FileNote> notes;

    /// @param inside whether the file lies in another archive
    /// @param notes gets what is told of the file
    ZipLook(Path file, Allowance allowance, boolean inside, Set<FileNote> notes) {
        this.file = file;
        this.allowance = allowance;
        this.inside = inside;
        this.notes = notes;
    }

    FileKind kind() throws IOException, Unfit {
        mustBePlain();
        try (ZipFile zip = open()) {
            allowance.entries(zip.size());
            mustHaveGoodNames(zip);
            if (zip.getEntry(TYPES) != null) return office(zip);
            if (zip.getEntry("OFD.xml") != null) {
                unpack(zip);
                return FileKind.OFD;
            }
            if (inside) throw new Unfit("压缩包里还有压缩包，请解开后再传", "an archive lies in the archive: unpack it first");
            archive(zip);
            return FileKind.ZIP;
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    /// Names that are not marked as UTF-8 are GBK where the archive was made on a Chinese Windows.
    private ZipFile open() throws IOException {
        try {
            return new ZipFile(file.toFile(), Charset.forName("GB18030"));
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        }
    }

    private FileKind office(ZipFile zip) throws IOException, Unfit {
        String types = text(zip, zip.getEntry(TYPES));
        if (types.contains("macroEnabled") || types.contains("vnd.ms-office.vbaProject")) throw macro();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.contains("vbaproject") || name.contains("/activex/")) throw macro();
            if (name.endsWith(".rels") && fetches(text(zip, entry))) notes.add(FileNote.EXTERNAL);
        }
        unpack(zip);
        if (types.contains("wordprocessingml.document.main+xml")) return FileKind.DOCX;
        if (types.contains("spreadsheetml.sheet.main+xml")) return FileKind.XLSX;
        throw new Unfit("是 Office 文档，但不是 DOCX 或 XLSX", "it is a document of Office, but neither DOCX nor XLSX");
    }

    /// Whether opening it fetches something: every relation to elsewhere but a plain link.
    private static boolean fetches(String relations) {
        for (String relation : relations.split("<", -1)) {
            if (relation.contains("TargetMode=\"External\"") && !relation.contains("/hyperlink\"")) return true;
        }
        return false;
    }

    private void unpack(ZipFile zip) throws IOException, Unfit {
        byte[] some = new byte[8192];
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            try (InputStream in = zip.getInputStream(entries.nextElement())) {
                boolean first = true;
                for (int n = in.readNBytes(some, 0, some.length); n > 0; n = in.readNBytes(some, 0, some.length)) {
                    allowance.unpacked(n);
                    if (first && Signature.isCompound(Arrays.copyOf(some, n))) {
                        throw new Unfit("文档里嵌有旧版 Office 对象，可能带宏，请删去", "an object of an old Office lies in it, which may carry macros: take it out");
                    }
                    first = false;
                }
            }
        }
    }

    /// Each file of an archive must be one that would be taken by itself.
    private void archive(ZipFile zip) throws IOException, Unfit {
        Path one = Files.createTempFile("luoshi-entry", null);
        try {
            byte[] some = new byte[8192];
            boolean any = false;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory()) continue;
                any = true;
                try (InputStream in = zip.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(one)) {
                    for (int n = in.read(some); n > 0; n = in.read(some)) {
                        allowance.unpacked(n);
                        out.write(some, 0, n);
                    }
                }
                try {
                    notes.addAll(Look.at(one, allowance, true).notes());
                } catch (Unfit unfit) {
                    String name = FileName.shown(entry.getName());
                    throw new Unfit(
                            "其中“%s”：%s".formatted(name, unfit.why().zh()), "`%s` in it: %s".formatted(name, unfit.why().en()));
                }
            }
            if (!any) throw new Unfit("压缩包是空的", "the archive is empty");
        } finally {
            Files.deleteIfExists(one);
        }
    }

    private void mustHaveGoodNames(ZipFile zip) throws Unfit {
        Set<String> seen = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            boolean leaves = name.startsWith("/")
                    || name.contains("\\")
                    || name.matches("[A-Za-z]:.*")
                    || ("/" + name + "/").contains("/../");
            if (leaves || !seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new Unfit(
                        "里面的文件名“%s”不正常（重名，或指向包外）".formatted(FileName.shown(name)),
                        "the name `%s` in it is not sound (twice, or leading out of the archive)".formatted(FileName.shown(name)));
            }
        }
    }

    private String text(ZipFile zip, ZipEntry entry) throws IOException, Unfit {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] read = in.readNBytes(LARGEST_PART_READ);
            allowance.unpacked(read.length);
            return new String(read, StandardCharsets.UTF_8);
        }
    }

    /// The directory at the end must be sound and say of no entry that it is encrypted; the JDK does not tell.
    private void mustBePlain() throws IOException, Unfit {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            int end = tail.length - 22;
            while (end >= 0 && !isEnd(tail, end)) end--;
            if (end < 0) throw damaged();
            long count = number(tail, end + 10, 2);
            long at = number(tail, end + 16, 4);
            allowance.entries((int) count);
            byte[] entry = new byte[46];
            for (long i = 0; i < count; i++) {
                if (at + entry.length > in.length()) throw damaged();
                in.seek(at);
                in.readFully(entry);
                if (number(entry, 0, 4) != ENTRY) throw damaged();
                if ((number(entry, 8, 2) & 1) != 0) throw encrypted();
                at += entry.length + number(entry, 28, 2) + number(entry, 30, 2) + number(entry, 32, 2);
            }
        }
    }

    /// Whether the last record of the file begins here: its comment reaches to the end.
    private static boolean isEnd(byte[] tail, int at) {
        return number(tail, at, 4) == END && at + 22 + number(tail, at + 20, 2) == tail.length;
    }

    private static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = length - 1; i >= 0; i--) number = number << 8 | bytes[at + i] & 0xff;
        return number;
    }

    private static Unfit macro() {
        return new Unfit("文档带宏，不收；请另存为不带宏的 DOCX 或 XLSX", "the document carries macros, which are not taken: save it as DOCX or XLSX without them");
    }

    private static Unfit encrypted() {
        return new Unfit("设了密码，无法检查；请去掉密码", "it has a password, so it cannot be looked into: take the password away");
    }

    private static Unfit damaged() {
        return new Unfit("文件不完整或已损坏", "the file is damaged, or not all of it is there");
    }
}
