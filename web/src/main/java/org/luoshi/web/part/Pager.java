package org.luoshi.web.part;

import org.jspecify.annotations.Nullable;
import org.luoshi.web.shell.Address;

/// Which rows of how many are shown, and the links to those before and after.
///
/// @param from first row shown, counted from 1
public record Pager(long from, long to, long total, @Nullable String previous, @Nullable String next) {

    public static final int SIZE = 50;

    /// @param page counted from 1
    public static Pager of(Address address, int page, int size, long total) {
        long from = Math.min(total, (long) (page - 1) * size + 1);
        long to = Math.min(total, (long) page * size);
        return new Pager(
                from,
                to,
                total,
                page > 1 ? address.with("page", page == 2 ? null : page - 1) : null,
                to < total ? address.with("page", page + 1) : null);
    }

    public long rows() {
        return total == 0 ? 0 : to - from + 1;
    }
}
