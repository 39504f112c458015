package org.luoshi.plan.internal;

import static org.luoshi.tables.Tables.PLAN_COMMITMENT;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.luoshi.access.Permission;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.springframework.stereotype.Component;

/// Who may read the lead's things or an assistant's may read the commitment; for queries over `plan_commitment`.
@Component
class Visible {

    private static final Field<String> HELPER = DSL.field(DSL.name("helper"), SQLDataType.CLOB);

    private final Units units;

    Visible(Units units) {
        this.units = units;
    }

    Condition to(Viewer viewer) {
        if (viewer.everywhere() || units.coverAll(viewer.scope(Permission.READ))) {
            return DSL.noCondition();
        }
        return RowFilter.rows(viewer, Permission.READ, PLAN_COMMITMENT.LEAD)
                .or(DSL.exists(DSL.selectOne()
                        .from("unnest({0}) as t(helper)", PLAN_COMMITMENT.ASSIST)
                        .where(RowFilter.rows(viewer, Permission.READ, HELPER))));
    }
}
