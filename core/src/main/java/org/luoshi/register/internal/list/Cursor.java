package org.luoshi.register.internal.list;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.ListRefused;

/// Where a page ended: the values of the columns it is ordered by, as the database reads them.
///
/// @param values null only for the first, where the order's own field is missing
record Cursor(List<@Nullable String> values) {

    private static final String SEPARATOR = "\u001f";
    private static final String MISSING = "\u0000";

    String encode() {
        List<String> parts = new ArrayList<>();
        values.forEach(v -> parts.add(v == null ? MISSING : v));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /// @param size how many columns the order has
    static Cursor decode(String text, int size) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length == size) {
                return new Cursor(Arrays.stream(parts).map(p -> p.equals(MISSING) ? null : p).toList());
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    static ListRefused refused() {
        return new ListRefused("地址里的翻页位置不对；从第一页开始", "the page position in the address is broken; start from the first page");
    }
}
