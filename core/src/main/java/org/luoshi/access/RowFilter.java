package org.luoshi.access;

import static org.luoshi.tables.Tables.UNIT_ANCESTOR;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Narrows a query to the rows of units in which a viewer has a permission.
///
/// Both trees count: who answers for a functional area sees the streets that are counted there, and so
/// does the district that governs them.
public final class RowFilter {

    private RowFilter() {}

    /// @param unit the column that says whose a row is
    public static Condition rows(Viewer viewer, Permission permission, Field<String> unit) {
        if (viewer.everywhere()) {
            return DSL.noCondition();
        }
        Set<String> roots = viewer.scope(permission);
        if (roots.isEmpty()) {
            return DSL.falseCondition();
        }
        return unit.in(DSL.select(UNIT_ANCESTOR.UNIT)
                .from(UNIT_ANCESTOR)
                .where(UNIT_ANCESTOR.ANCESTOR.in(roots)));
    }
}
