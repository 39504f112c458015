package org.luoshi.compiler.internal.shape;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ids: names of tables, columns and addresses, so they are short and plain.
public final class Ids {

    public static final String PATTERN = "^[a-z][a-z0-9_]{0,40}$";

    private static final Pattern FORM = Pattern.compile(PATTERN);

    private Ids() {}

    public static boolean fits(String id) {
        return FORM.matcher(id).matches();
    }

    /// The id one may have meant: `Started-On` → `started_on`.
    public static Optional<String> mend(String written) {
        String mended = written.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "_")
                .replaceAll("^[^a-z]+", "")
                .replaceAll("_+$", "");
        return Optional.of(mended).filter(Ids::fits);
    }
}
