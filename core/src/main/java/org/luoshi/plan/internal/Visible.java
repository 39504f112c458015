package org.luoshi.plan.internal;

import static org.luoshi.tables.Tables.PLAN_COMMITMENT;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.luoshi.access.Permission;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.springframework.stereotype.Component;

/// Who may read the lead's things or an assistant's may read the commitment; for queries over `plan_commitment`.
@Component
class Visible {

    private final Units units;

    Visible(Units units) {
        this.units = units;
    }

    Condition to(Viewer viewer) {
        if (viewer.everywhere() || units.coverAll(viewer.scope(Permission.READ))) {
            return DSL.noCondition();
        }
        Set<String> readable = units.within(viewer.scope(Permission.READ));
        return readable.isEmpty()
                ? DSL.falseCondition()
                : PLAN_COMMITMENT.LEAD
                        .eq(DSL.any(RowFilter.list(readable)))
                        .or(DSL.condition("{0} && {1}", PLAN_COMMITMENT.ASSIST, RowFilter.list(readable)));
    }
}
