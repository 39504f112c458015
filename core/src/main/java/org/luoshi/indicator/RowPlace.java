package org.luoshi.indicator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a page of the records that make a figure ended, as its address says it.
///
/// @param register which of the figure's registers, from 0
/// @param at the record's day since 1970, or its moment in microseconds
/// @param id the record's number
public record RowPlace(int register, long at, long id) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})_(-?\\d{1,18})_(\\d{1,18})");

    /// Empty where nothing is written.
    ///
    /// @throws IllegalArgumentException if it is written wrongly
    public static Optional<RowPlace> parse(@Nullable String written) {
        if (written == null) return Optional.empty();
        Matcher found = WRITTEN.matcher(written);
        if (!found.matches()) throw new IllegalArgumentException("no place among records: " + written);
        return Optional.of(new RowPlace(
                Integer.parseInt(found.group(1)), Long.parseLong(found.group(2)), Long.parseLong(found.group(3))));
    }

    @Override
    public String toString() {
        return register + "_" + at + "_" + id;
    }
}
