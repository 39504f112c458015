package org.luoshi.attachment.internal.look;

/// How much may come out of what is packed into one file, archives within it included. What is declared is not believed:
/// it is counted while it is unpacked.
final class Allowance {

    /// Documents shrink to a thirtieth at most; a bomb to a thousandth.
    private static final long TIMES = 100;

    private static final long LEAST = 32L << 20;
    private static final long MOST = 1L << 30;
    private static final int ENTRIES = 5_000;

    private long bytes;
    private int entries = ENTRIES;

    /// @param size of the file as it came
    Allowance(long size) {
        this.bytes = Math.min(MOST, Math.max(LEAST, TIMES * size));
    }

    void unpacked(long more) throws Unfit {
        bytes -= more;
        if (bytes < 0) {
            throw new Unfit("压缩比异常，展开后大得不合常理（压缩炸弹）", "it unpacks to far more than any document does (a bomb)");
        }
    }

    void entries(int more) throws Unfit {
        entries -= more;
        if (entries < 0) {
            throw new Unfit("压缩包里的文件超过 %d 个".formatted(ENTRIES), "more than %d files are packed into it".formatted(ENTRIES));
        }
    }
}
