package org.luoshi.register.internal.load;

/// Whether a key may have come twice. Keeps a print of 64 bits of each key: 16 MB for a million rows.
///
/// Equal prints of unequal keys are as good as impossible, yet nothing hangs on that: where two prints are equal, or
/// there are too many keys to remember, the database is asked, which compares the keys themselves.
final class Keys {

    private static final int FIRST_SLOTS = 1 << 14;
    /// 128 MB of prints.
    private static final int MOST_SLOTS = 1 << 24;

    private long[] slots = new long[FIRST_SLOTS];
    private int held;
    private boolean unsure;

    void add(long print) {
        if (unsure) {
            return;
        }
        if (held > slots.length / 2 && !grow()) {
            unsure();
            return;
        }
        if (put(slots, print == 0 ? 1 : print)) {
            held++;
        } else {
            unsure();
        }
    }

    /// From now on only the database knows.
    void unsure() {
        unsure = true;
        slots = new long[0];
    }

    boolean surelyDistinct() {
        return !unsure;
    }

    private boolean grow() {
        if (slots.length == MOST_SLOTS) {
            return false;
        }
        long[] larger = new long[slots.length * 4];
        for (long print : slots) {
            if (print != 0) {
                put(larger, print);
            }
        }
        slots = larger;
        return true;
    }

    /// @return false if it was there
    private static boolean put(long[] slots, long print) {
        int mask = slots.length - 1;
        int at = (int) print & mask;
        while (slots[at] != 0) {
            if (slots[at] == print) {
                return false;
            }
            at = at + 1 & mask;
        }
        slots[at] = print;
        return true;
    }
}
