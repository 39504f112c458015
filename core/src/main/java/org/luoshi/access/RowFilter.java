package org.luoshi.access;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Narrows a query to the rows of units in which a viewer has a permission.
///
/// Both trees count: who answers for a functional area sees the streets that are counted there, and so
/// does the district that governs them.
///
/// The units are written out: of a subquery the planner could only guess how many rows they have.
public final class RowFilter {

    private RowFilter() {}

    /// @param unit the column that says whose a row is
    public static Condition rows(Units units, Viewer viewer, Permission permission, Field<String> unit) {
        return viewer.everywhere() ? DSL.noCondition() : within(units, viewer.scope(permission), unit);
    }

    /// Rows of the roots and of what lies under them.
    public static Condition within(Units units, Set<String> roots, Field<String> unit) {
        Set<String> found = units.within(roots);
        return found.isEmpty() ? DSL.falseCondition() : unit.eq(DSL.any(list(found)));
    }

    /// Units as an array, as it stands in a statement.
    public static Field<String[]> list(Set<String> units) {
        return DSL.inline(units.stream().sorted().toArray(String[]::new), SQLDataType.CLOB.array());
    }
}
