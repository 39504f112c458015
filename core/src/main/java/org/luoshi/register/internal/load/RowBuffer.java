package org.luoshi.register.internal.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Rows as they wait for COPY: for each its length in bytes, its number in the file, and its fields in PostgreSQL's
/// binary format, as the driver itself reads these types. Text cost the server a third more when measured.
final class RowBuffer {

    /// Bytes before the fields of a row: length of what follows (4), number (8).
    static final int HEAD = 12;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long FIRST_SECOND = TimeUnit.DAYS.toSeconds(FIRST_DAY);
    private static final int MISSING = -1;
    private static final int TEN_THOUSAND = 10_000;
    private static final short NEGATIVE = 0x4000;
    /// So many decimal digits always fit a long.
    private static final int LONG_DIGITS = 18;
    private static final long[] POWERS = {1, 10, 100, 1_000};

    private byte[] bytes = new byte[1 << 17];
    private int size;
    private int row;

    /// What follows is a new row.
    void begin(long number) {
        row = size;
        reserve(HEAD);
        LONGS.set(bytes, size + 4, number);
        size += HEAD;
    }

    void end() {
        INTS.set(bytes, row, size - row - 4);
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
        reserve(4);
        length(MISSING);
    }

    void whole(long number) {
        reserve(12);
        length(8);
        LONGS.set(bytes, size, number);
        size += 8;
    }

    void truth(boolean value) {
        reserve(5);
        length(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /// Days since 2000-01-01.
    void date(LocalDate date) {
        reserve(8);
        length(4);
        length(Math.toIntExact(date.toEpochDay() - FIRST_DAY));
    }

    /// Microseconds since 2000-01-01 in UTC.
    void moment(Instant moment) {
        whole(micros(moment));
    }

    static long micros(Instant moment) {
        long seconds = moment.getEpochSecond() - FIRST_SECOND;
        return Math.addExact(Math.multiplyExact(seconds, 1_000_000L), moment.getNano() / 1_000);
    }

    /// Digits to the base of ten thousand, aligned at the point: number of digits, weight of the first one, sign,
    /// decimals shown, digits.
    ///
    /// @param number with no negative scale
    void decimal(BigDecimal number) {
        int scale = number.scale();
        int padding = -scale & 3;
        int after = (scale + padding) / 4;
        short[] digits = number.precision() + padding <= LONG_DIGITS
                ? digits(number.unscaledValue().abs().longValue() * POWERS[padding])
                : digits(number.unscaledValue().abs().multiply(BigInteger.valueOf(POWERS[padding])));
        int first = 0;
        while (first < digits.length && digits[first] == 0) {
            first++;
        }
        reserve(12 + 2 * digits.length);
        length(8 + 2 * (digits.length - first));
        two(digits.length - first);
        two(first == digits.length ? 0 : digits.length - 1 - after);
        two(number.signum() < 0 ? NEGATIVE : 0);
        two(scale);
        for (int i = digits.length - 1; i >= first; i--) {
            two(digits[i]);
        }
    }

    void text(String text) {
        int length = text.length();
        reserve(4 + length * 3);
        int start = size + 4;
        byte[] out = bytes;
        int at = start;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
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
        length(at - start);
        size = at;
    }

    /// A print of what was written from a place on, continuing another: equal bytes have equal prints, and unequal ones
    /// hardly ever.
    long print(int from, long before) {
        long print = before;
        int at = from;
        for (; at + 8 <= size; at += 8) {
            print = mix(print ^ (long) LONGS.get(bytes, at));
        }
        for (; at < size; at++) {
            print = mix(print ^ bytes[at]);
        }
        return print;
    }

    /// Source: the finaliser of MurmurHash3, 64 bits (Appleby, public domain).
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    /// Least digit first.
    private static short[] digits(long number) {
        int count = 0;
        for (long rest = number; rest > 0; rest /= TEN_THOUSAND) {
            count++;
        }
        short[] digits = new short[count];
        long rest = number;
        for (int i = 0; i < count; i++) {
            digits[i] = (short) (rest % TEN_THOUSAND);
            rest /= TEN_THOUSAND;
        }
        return digits;
    }

    private static short[] digits(BigInteger number) {
        String text = number.toString();
        short[] digits = new short[(text.length() + 3) / 4];
        int end = text.length();
        for (int i = 0; i < digits.length; i++, end -= 4) {
            digits[i] = Short.parseShort(text.substring(Math.max(0, end - 4), end));
        }
        return digits;
    }

    private void length(int length) {
        INTS.set(bytes, size, length);
        size += 4;
    }

    private void two(int value) {
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
