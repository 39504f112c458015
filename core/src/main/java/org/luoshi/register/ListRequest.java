package org.luoshi.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which records to list, in which order, from where.
///
/// @param search words to find in label and business key
/// @param sort null for the order of the business key
/// @param size rows on a page, 1 to 500
/// @param after cursor of the page before, as [RecordPage#next] gave it
/// @param before cursor of the page after, as [RecordPage#previous] gave it
/// @param asOf null for the present
public record ListRequest(
        List<Filter> filters,
        @Nullable String search,
        @Nullable Sort sort,
        int size,
        @Nullable String after,
        @Nullable String before,
        @Nullable Instant asOf) {

    public static final int LARGEST_PAGE = 500;

    public ListRequest {
        filters = List.copyOf(filters);
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("need a page size of 1 to %d, got %d".formatted(LARGEST_PAGE, size));
        }
        if (after != null && before != null) {
            throw new IllegalArgumentException("a page is after one cursor or before one, not both");
        }
    }

    /// The first page of all records in the order of their business key.
    public static ListRequest first(int size) {
        return new ListRequest(List.of(), null, null, size, null, null, null);
    }

    public ListRequest where(Filter... conditions) {
        return new ListRequest(List.of(conditions), search, sort, size, null, null, asOf);
    }

    public ListRequest searching(String words) {
        return new ListRequest(filters, words, sort, size, null, null, asOf);
    }

    public ListRequest by(String field, boolean descending) {
        return new ListRequest(filters, search, new Sort(field, descending), size, null, null, asOf);
    }

    public ListRequest asOf(@Nullable Instant moment) {
        return new ListRequest(filters, search, sort, size, null, null, moment);
    }

    public ListRequest after(@Nullable String cursor) {
        return new ListRequest(filters, search, sort, size, cursor, null, asOf);
    }

    public ListRequest before(@Nullable String cursor) {
        return new ListRequest(filters, search, sort, size, null, cursor, asOf);
    }
}
