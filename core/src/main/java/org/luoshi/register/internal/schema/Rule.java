package org.luoshi.register.internal.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.kernel.text.Text;

/// A constraint that the database itself keeps.
///
/// Its name ends in a digest of its definition, so comparing names tells whether the live one is the wanted one.
///
/// @param subject `pack.entity.field`, by which a loss is consented to
/// @param columns its columns
/// @param predicate SQL that holds for every good row, given what to write for a column; for UNIQUE unused
record Rule(Kind kind, String name, String subject, Text meaning, List<String> columns, Predicate predicate, String definition) {

    enum Kind {
        CHECK("check"),
        REQUIRED("required"),
        FOREIGN_KEY("fk"),
        UNIQUE("key");

        private final String marker;

        Kind(String marker) {
            this.marker = marker;
        }
    }

    interface Predicate {
        String sql(UnaryOperator<String> column);
    }

    /// Longest identifier PostgreSQL keeps, in bytes.
    private static final int LONGEST = 63;

    private static final Pattern MANAGED = Pattern.compile(".*_(check|required|fk|key|idx)_[0-9a-f]{8}");

    static Rule of(
            Kind kind, String table, String about, String subject, Text meaning, List<String> columns, Predicate predicate,
            String definition) {
        String name = name(table, about, kind.marker, definition);
        return new Rule(kind, name, subject, meaning, columns, predicate, definition);
    }

    /// Whether a name was made here; others (a DBA's) are left alone.
    static boolean managed(String name) {
        return MANAGED.matcher(name).matches();
    }

    static String name(String table, String about, String marker, String definition) {
        String digest = Sha256.hex(definition).substring(0, 8);
        String end = "_" + marker + "_" + digest;
        String start = table + "_" + about;
        return start.substring(0, Math.min(start.length(), LONGEST - end.length())) + end;
    }
}
