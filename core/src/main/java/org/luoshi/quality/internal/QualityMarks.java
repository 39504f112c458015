package org.luoshi.quality.internal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Rule;
import org.luoshi.pack.expression.Expr;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RecordsImported;
import org.luoshi.register.Registers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes down, in the transaction of a change, which checks it concerns.
@Component
public class QualityMarks {

    private final DSLContext database;
    private final Registers registers;

    public QualityMarks(DSLContext database, Registers registers) {
        this.database = database;
        this.registers = registers;
    }

    @EventListener
    void hear(RecordsChanged event) {
        mark(event.entity());
    }

    @EventListener
    void hear(RecordsImported event) {
        mark(event.entity());
    }

    private void mark(QualifiedId changed) {
        List<String> concerned = registers.packs().quality()
                .filter(check -> looksAt(check, changed))
                .map(check -> check.id().toString())
                .toList();
        if (concerned.isEmpty()) return;
        database.execute(
                "insert into luoshi.quality_mark (check_id) select unnest(?::text[])",
                (Object) concerned.toArray(String[]::new));
    }

    /// The check's own register, and those that references of its conditions lead to.
    private boolean looksAt(QualityCheck check, QualifiedId register) {
        if (check.entity().equals(register)) return true;
        Expr condition = check.rule() instanceof Rule.Contradiction(var holds) ? holds : null;
        return Stream.of(check.where(), condition)
                .filter(Objects::nonNull)
                .flatMap(Expr::all)
                .filter(Expr.FieldPath.class::isInstance)
                .anyMatch(path -> leadsTo(((Expr.FieldPath) path).path(), check.entity(), register));
    }

    private boolean leadsTo(List<String> path, QualifiedId from, QualifiedId register) {
        Entity at = registers.packs().entity(from).orElseThrow();
        for (String step : path.subList(0, path.size() - 1)) {
            QualifiedId next = ((FieldType.ReferenceType) at.require(step).type()).entity();
            if (next.equals(register)) return true;
            at = registers.packs().entity(next).orElseThrow();
        }
        return false;
    }
}
