package org.luoshi.register.internal.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Refuses a workbook that would unpack to more than any honest one, before anything is kept of it.
///
/// Unpacks every entry once without keeping it, since the sizes an archive states may be lies.
final class ZipLimits {

    private static final int MOST_ENTRIES = 2_000;
    /// Bytes of one entry, unpacked: a million rows of a sheet take a few hundred million.
    private static final long LARGEST_ENTRY = 1L << 30;
    /// All shared texts are held in memory at once.
    private static final long LARGEST_STRINGS = 192L << 20;
    /// Sheets shrink to a tenth or so, rarely to a fiftieth; bombs to less than a thousandth.
    private static final long HIGHEST_RATIO = 200;
    /// Below this size the ratio says nothing.
    private static final long SMALL = 4L << 20;

    private ZipLimits() {}

    static void check(Path file) throws IOException, ImportProblem {
        byte[] block = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb("有 %d 个条目".formatted(zip.size()), "has %d entries".formatted(zip.size()));
            }
            long packed = Files.size(file);
            long total = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                long limit = entry.getName().endsWith("sharedStrings.xml") ? LARGEST_STRINGS : LARGEST_ENTRY;
                long size = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    int count;
                    while ((count = in.read(block)) > 0) {
                        size += count;
                        total += count;
                        if (size > limit) {
                            throw bomb(
                                    "%s 展开超过 %d MB".formatted(entry.getName(), limit >> 20),
                                    "%s unpacks to more than %d MB".formatted(entry.getName(), limit >> 20));
                        }
                        if (total > SMALL && total / HIGHEST_RATIO > packed) {
                            throw bomb(
                                    "展开超过原大小的 %d 倍".formatted(HIGHEST_RATIO),
                                    "unpacks to more than %d times its size".formatted(HIGHEST_RATIO));
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw damaged(e);
        }
    }

    /// What the libraries say of it is for programmers, and in English only.
    static ImportProblem damaged(Exception cause) {
        return new ImportProblem(
                "XLSX 文件损坏，或不是表格软件存的；重新存一次，或改用 CSV",
                "the XLSX is damaged or was not saved by a spreadsheet; save it again, or use CSV",
                cause);
    }

    private static ImportProblem bomb(String zh, String en) {
        return new ImportProblem("XLSX 疑似压缩炸弹：" + zh + "；改用 CSV", "the XLSX looks like a zip bomb: it " + en + "; use CSV instead");
    }
}
