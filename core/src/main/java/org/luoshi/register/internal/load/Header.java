package org.luoshi.register.internal.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.EditDistance;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.DecimalType;
import org.luoshi.pack.FieldType.IntegerType;
import org.luoshi.register.ImportReport.ColumnMatch;
import org.luoshi.register.internal.value.Plain;

/// The row of a file that names its columns: by field id or by title in either language, perhaps with the unit of
/// measure in brackets after it.
///
/// @param row its number in the file
/// @param fields a field for each column, null for a column that is not used
record Header(long row, List<String> heads, List<@Nullable Field> fields) {

    private static final Pattern WITH_UNIT = Pattern.compile("(.+?)\\s*[(\\[]([^()\\[\\]]+)[)\\]]\\s*\\*?");

    /// How many fields the row names; the row that names most is the header.
    static int score(Entity entity, List<String> cells) {
        return (int) cells.stream().filter(head -> find(entity, head).isPresent()).count();
    }

    static Header of(Entity entity, long row, List<String> cells, List<Text> notes) throws ImportProblem {
        List<@Nullable Field> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            Field field = find(entity, cell).orElse(null);
            if (field != null && !seen.add(field.id())) {
                throw new ImportProblem(
                        "有两列都是「%s」".formatted(field.title().zh()), "two columns are \"%s\"".formatted(field.title().en()));
            }
            if (field != null) {
                checkUnit(field, cell);
            } else if (!cell.isBlank()) {
                notes.add(unused(entity, cell));
            }
            fields.add(field);
        }
        List<Field> missing = entity.key().stream().filter(k -> !seen.contains(k)).map(entity::require).toList();
        if (!missing.isEmpty()) {
            throw new ImportProblem(
                    "缺少主键列 %s；第 %d 行的表头是 %s"
                            .formatted(missing.stream().map(f -> f.title().zh()).collect(Collectors.joining("、")), row, String.join("、", cells)),
                    "the key column %s is missing; the head in row %d is %s"
                            .formatted(missing.stream().map(f -> f.title().en()).collect(Collectors.joining(", ")), row, String.join(", ", cells)));
        }
        return new Header(row, List.copyOf(cells), fields);
    }

    List<ColumnMatch> matches() {
        List<ColumnMatch> matches = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            Field field = fields.get(i);
            matches.add(new ColumnMatch(heads.get(i), field == null ? null : field.id()));
        }
        return matches;
    }

    boolean has(String field) {
        return column(field) >= 0;
    }

    /// Where a field stands; -1 if it does not.
    int column(@Nullable String field) {
        for (int i = 0; i < fields.size(); i++) {
            Field at = fields.get(i);
            if (at != null && at.id().equals(field)) {
                return i;
            }
        }
        return -1;
    }

    /// Fields that the file has, in its order.
    List<Field> present() {
        return fields.stream().filter(Objects::nonNull).toList();
    }

    private static Optional<Field> find(Entity entity, String head) {
        String plain = normal(head);
        Matcher unit = WITH_UNIT.matcher(plain);
        String bare = unit.matches() ? unit.group(1) : plain;
        return entity.fields().stream()
                .filter(f -> names(f).contains(plain) || names(f).contains(bare))
                .findFirst();
    }

    private static List<String> names(Field field) {
        return List.of(field.id(), normal(field.title().zh()), normal(field.title().en()));
    }

    private static String normal(String head) {
        String plain = Plain.trim(Plain.halfWidth(head)).toLowerCase(Locale.ROOT);
        return plain.endsWith("*") ? Plain.trim(plain.substring(0, plain.length() - 1)) : plain;
    }

    private static void checkUnit(Field field, String head) throws ImportProblem {
        UnitOfMeasure wanted = switch (field.type()) {
            case IntegerType t -> t.unit();
            case DecimalType t -> t.unit();
            default -> null;
        };
        Matcher unit = WITH_UNIT.matcher(Plain.trim(Plain.halfWidth(head)));
        if (wanted == null || !unit.matches()) {
            return;
        }
        Optional<UnitOfMeasure> found = UnitsOfMeasure.standard().find(unit.group(2));
        if (found.isPresent() && !found.get().isInterchangeableWith(wanted)) {
            throw new ImportProblem(
                    "列「%s」的单位是 %s，登记表里是 %s；换算后再导入".formatted(head, unit.group(2), wanted),
                    "column \"%s\" is in %s, the register is in %s; convert it first".formatted(head, unit.group(2), wanted));
        }
    }

    private static Text unused(Entity entity, String head) {
        List<String> names = entity.fields().stream().flatMap(f -> names(f).stream()).toList();
        Optional<String> near = EditDistance.suggestion(normal(head), names);
        return new Text(
                "列「%s」不是登记表的字段，未用%s".formatted(head, near.map(n -> "；是不是「" + n + "」？").orElse("")),
                "column \"%s\" is no field of the register and was not used%s".formatted(head, near.map(n -> "; did you mean \"" + n + "\"?").orElse("")));
    }
}
