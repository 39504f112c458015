package org.luoshi.plan.internal.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;

/// How much an archive holds, counted without keeping any of it: what it says of itself may be a lie.
final class Unpacked {

    private static final int BLOCK = 1 << 16;

    private Unpacked() {}

    /// @param most bytes of all entries together
    static boolean within(byte[] archive, long most) {
        byte[] block = new byte[BLOCK];
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                int count;
                while ((count = zip.read(block)) > 0) {
                    size += count;
                    if (size > most) return false;
                }
            }
            return true;
        } catch (IOException damaged) {
            return true; // the reader tells that it is no workbook
        }
    }
}
