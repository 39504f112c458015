package org.luoshi.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the reader is: path and query. A page's whole state is in it, so a link carries it to a colleague.
public record Address(String path, Map<String, List<String>> query) {

    public Address {
        query = new LinkedHashMap<>(query);
    }

    public @Nullable String first(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    /// The page asked for, counted from 1.
    ///
    /// @throws BadRequest if it is no such number
    public int page() {
        String written = first("page");
        if (written == null) return 1;
        if (!written.matches("[1-9][0-9]{0,6}")) throw new BadRequest("error.mistyped", "page", written);
        return Integer.parseInt(written);
    }

    /// The constant that is written in lower case, in an address or a form; null where nothing is.
    ///
    /// @param name of the parameter
    /// @throws BadRequest if it is none of them
    public static <E extends Enum<E>> @Nullable E chosen(E[] all, String name, @Nullable String written) {
        if (written == null || written.isBlank()) return null;
        return Arrays.stream(all)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> new BadRequest("error.mistyped", name, written));
    }

    /// The same address with one parameter set, or dropped where the value is null or empty.
    ///
    /// Any change of what is shown starts again at the first page.
    public String with(String name, @Nullable Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(query);
        changed.keySet().removeAll(Set.of("page", "after", "before"));
        if (value == null || value.toString().isEmpty()) changed.remove(name);
        else changed.put(name, List.of(value.toString()));
        return write(path, changed);
    }

    public String without(String... names) {
        Map<String, List<String>> changed = new LinkedHashMap<>(query);
        for (String name : names) changed.remove(name);
        return write(path, changed);
    }

    @Override
    public String toString() {
        return write(path, query);
    }

    static String write(String path, Map<String, List<String>> query) {
        List<String> parts = new ArrayList<>();
        query.forEach((name, values) -> values.forEach(value -> parts.add(encode(name) + "=" + encode(value))));
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("%3A", ":").replace("%2C", ",");
    }
}
