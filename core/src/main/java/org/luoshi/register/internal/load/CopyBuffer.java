package org.luoshi.register.internal.load;

import java.util.Arrays;

/// Rows in PostgreSQL's text format for COPY, in UTF-8.
final class CopyBuffer {

    private byte[] bytes = new byte[1 << 17];
    private int size;
    private int row;

    /// What follows is a new row.
    void begin() {
        row = size;
    }

    void end() {
        bytes[size - 1] = '\n';
    }

    /// Forgets what was written since [#begin].
    void drop() {
        size = row;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    void missing() {
        reserve(3);
        bytes[size++] = '\\';
        bytes[size++] = 'N';
        bytes[size++] = '\t';
    }

    void number(long number) {
        reserve(21);
        if (number < 0) {
            text(Long.toString(number));
            return;
        }
        int from = size;
        do {
            bytes[size++] = (byte) ('0' + number % 10);
            number /= 10;
        } while (number > 0);
        for (int a = from, b = size - 1; a < b; a++, b--) {
            byte swapped = bytes[a];
            bytes[a] = bytes[b];
            bytes[b] = swapped;
        }
        bytes[size++] = '\t';
    }

    void text(String text) {
        int length = text.length();
        reserve(length * 3 + 1);
        byte[] out = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                    // an escape takes two bytes, within the three reserved for each char
                    out[at++] = '\\';
                    c = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
                }
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                out[at++] = (byte) (0xF0 | point >> 18);
                out[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                char sound = Character.isSurrogate(c) ? '\uFFFD' : c;
                out[at++] = (byte) (0xE0 | sound >> 12);
                out[at++] = (byte) (0x80 | sound >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | sound & 0x3F);
            }
        }
        out[at++] = '\t';
        size = at;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
