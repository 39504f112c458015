package org.luoshi.register.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.TextType;
import org.luoshi.register.EntityTable;

/// The index by which a large register is searched for parts of words in its label and business key.
///
/// It is no part of a register's shape: without it a search reads every record, and finds the same.
///
/// @param text SQL of the text that is searched, of a record's columns
public record SearchIndex(EntityTable table, String name, String text) {

    /// A smaller register is read through in some hundredths of a second.
    public static final int WORTH_IT = 5_000;

    private static final String MARKER = "search";
    private static final Pattern MANAGED = Pattern.compile(".*_" + MARKER + "_[0-9a-f]{8}");

    /// Empty where nothing can be searched. Personal data are never in an index of words.
    public static Optional<SearchIndex> of(Entity entity) {
        List<Field> fields = fields(entity).filter(field -> field.personal() == null).toList();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        EntityTable table = new EntityTable(entity);
        String text = text(fields);
        return Optional.of(new SearchIndex(table, Rule.name(table.name(), "words", MARKER, text), text));
    }

    /// The fields that a search looks at.
    public static Stream<Field> fields(Entity entity) {
        return Stream.concat(Stream.of(entity.label()), entity.key().stream())
                .distinct()
                .map(entity::require)
                .filter(field -> field.type() instanceof TextType);
    }

    /// Their text as one, in which no word reaches over a field's end.
    public static String text(List<Field> fields) {
        return fields.stream()
                .map(field -> "coalesce(%s, '')".formatted(EntityTable.quote(field.id())))
                .collect(Collectors.joining(" || chr(10) || ", "luoshi.search_text(", ")"));
    }

    /// Whether a name was made here, perhaps for an earlier shape of the register.
    public static boolean managed(String name) {
        return MANAGED.matcher(name).matches();
    }

    public String grams() {
        return "luoshi.search_grams(" + text + ")";
    }

    /// New words wait in a short list of their own, so that writing one record stays cheap.
    String createSql() {
        return "create index concurrently %s on %s using gin (%s) with (fastupdate = on, gin_pending_list_limit = 512)"
                .formatted(EntityTable.quote(name), table.currentSql(), grams());
    }
}
