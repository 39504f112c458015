package org.luoshi.pack.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A share of heads that must be reached, as ⅔, or passed, as more than ½. Whole numbers only: ⅔ of 25 are 17 heads.
///
/// @param part of `whole`; at least 1 and at most `whole`
/// @param beyond whether the share itself is not enough
public record Share(int part, int whole, boolean beyond) {

    private static final Pattern WRITTEN = Pattern.compile("(>?) ?([1-9][0-9]{0,2})/([1-9][0-9]{0,2})");

    public Share {
        if (part < 1 || whole < 1 || part > whole || (beyond && part == whole))
            throw new IllegalArgumentException("a share of %d/%d, beyond it: %s".formatted(part, whole, beyond));
    }

    /// `2/3`, or `>1/2` for more than a half; empty where it is no share.
    public static Optional<Share> read(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) return Optional.empty();
        boolean beyond = !matcher.group(1).isEmpty();
        int part = Integer.parseInt(matcher.group(2));
        int whole = Integer.parseInt(matcher.group(3));
        return part > whole || (beyond && part == whole) ? Optional.empty() : Optional.of(new Share(part, whole, beyond));
    }

    /// Fewest of so many heads that reach it.
    public int of(int heads) {
        int product = Math.multiplyExact(heads, part);
        return beyond ? product / whole + 1 : Math.ceilDiv(product, whole);
    }

    public String written() {
        return (beyond ? ">" : "") + part + "/" + whole;
    }
}
