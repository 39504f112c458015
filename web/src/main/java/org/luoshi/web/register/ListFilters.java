package org.luoshi.web.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.luoshi.access.Units;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// The filter bar of a list: words, whose records, the enumerations, the first date. Every other filter may still be
/// written into the address.
@Component
class ListFilters {

    private static final int ENUMERATIONS = 3;
    /// A longer choice is typed instead.
    private static final int LARGEST_CHOICE = 80;

    private final Units units;

    ListFilters(Units units) {
        this.units = units;
    }

    List<FilterField> of(Entity entity, Shell shell) {
        List<FilterField> filters = new ArrayList<>();
        filters.add(FilterField.input("q", shell.t("register.search"), "search", shell.address().first("q")));
        entity.fields().stream()
                .filter(field -> field.id().equals(entity.unit()))
                .findFirst()
                .ifPresent(field -> filters.add(unit(field, shell)));
        entity.fields().stream()
                .filter(field -> field.type() instanceof FieldType.EnumerationType)
                .limit(ENUMERATIONS)
                .forEach(field -> filters.add(enumeration(field, shell)));
        entity.fields().stream()
                .filter(field -> field.type() instanceof FieldType.DateType)
                .findFirst()
                .ifPresent(field -> {
                    filters.add(date(field, "from", shell));
                    filters.add(date(field, "to", shell));
                });
        for (String kept : List.of("sort", "map")) {
            String value = shell.address().first(kept);
            if (value != null) filters.add(FilterField.input(kept, "", "hidden", value));
        }
        for (String column : shell.address().query().getOrDefault("columns", List.of())) {
            filters.add(FilterField.input("columns", "", "hidden", column));
        }
        return filters;
    }

    private FilterField unit(Field field, Shell shell) {
        String name = field.id() + ".within";
        List<Option> options = units.tree(shell.asOf().moment()).units().stream()
                .filter(unit -> field.type() instanceof FieldType.UnitType(var kinds)
                        && (kinds.isEmpty() || kinds.contains(unit.kind()) || unit.kind() == UnitKind.CITY))
                .sorted(Comparator.comparing(Unit::kind))
                .limit(LARGEST_CHOICE)
                .map(unit -> new Option(unit.id(), shell.say(unit.shortName())))
                .toList();
        return FilterField.select(name, shell.say(field.title()), shell.address().first(name), options);
    }

    private static FilterField enumeration(Field field, Shell shell) {
        String name = field.id() + ".eq";
        List<Option> options = field.type() instanceof FieldType.EnumerationType(var values)
                ? values.stream().map(v -> new Option(v.id(), shell.say(v.title()))).toList()
                : List.of();
        return FilterField.select(name, shell.say(field.title()), shell.address().first(name), options);
    }

    private static FilterField date(Field field, String end, Shell shell) {
        String name = field.id() + "." + end;
        return FilterField.input(
                name, shell.t("register." + end, shell.say(field.title())), "date", shell.address().first(name));
    }
}
