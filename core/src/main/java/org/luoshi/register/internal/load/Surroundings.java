package org.luoshi.register.internal.load;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.pack.expression.Expr;
import org.luoshi.register.EntityTable;
import org.luoshi.register.FieldError;
import org.luoshi.register.internal.record.Constraints;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.value.BadValue;
import org.luoshi.register.internal.value.CommitmentIndex;

/// All that a row of an empty register is checked against, held in memory: units, the records that references can mean,
/// commitments, the register's rules. With it a row tells by itself whether it is good, but for its key coming twice.
final class Surroundings {

    private static final String UNITS = "select id from luoshi.unit";

    private final EntityTable table;
    private final Map<String, Referents> referents;
    private final Constraints constraints;
    private final CommitmentIndex commitments;
    private final Set<String> units = new HashSet<>();
    private final Set<String> usedUnits = new HashSet<>();

    private Surroundings(Entity entity, Map<String, Referents> referents, Setting setting) {
        this.table = new EntityTable(entity);
        this.referents = referents;
        this.constraints = new Constraints(entity, setting);
        this.commitments = setting.commitments();
    }

    /// @return nothing where the database must be asked: the register has records, the file lacks columns that new ones
    ///     need, it sets what only a verifier sets, a rule looks into other records, or a reference can mean too many of them
    static Optional<Surroundings> of(Entity entity, Header header, Setting setting, Viewer viewer, Statements statements)
            throws SQLException {
        if (!Checks.missing(entity, header::has, viewer).isEmpty() || !ReservedChecks.tellable(entity, header::has, viewer) || looksElsewhere(entity) || !empty(new EntityTable(entity), statements)) {
            return Optional.empty();
        }
        Map<String, Referents> referents = new HashMap<>();
        for (Field field : entity.fields()) {
            if (field.type() instanceof ReferenceType && header.has(field.id())) {
                Optional<Referents> few = Referents.of(field, setting, viewer, statements);
                if (few.isEmpty()) {
                    return Optional.empty();
                }
                referents.put(field.id(), few.get());
            }
        }
        Surroundings made = new Surroundings(entity, referents, setting);
        statements.each(UNITS, row -> made.units.add(row.getString(1)));
        return Optional.of(made);
    }

    /// @return the value; for a reference the record's number
    Object resolved(Field field, Object value) throws BadValue {
        return switch (field.type()) {
            case ReferenceType _ -> Known.in(referents, field.id()).find((String) value);
            case UnitType _ -> unit((String) value);
            case CommitmentType _ -> commitment((String) value);
            default -> value;
        };
    }

    /// @param values of the row by field
    List<FieldError> broken(Map<String, @Nullable Object> values) {
        return constraints.broken(values);
    }

    /// Whether what the rows were checked against still holds, asked under the lock of the change.
    boolean stillTrue(Statements statements) throws SQLException {
        for (Referents few : referents.values()) {
            if (!few.stillTrue(statements)) {
                return false;
            }
        }
        units.clear();
        statements.each(UNITS, row -> units.add(row.getString(1)));
        return units.containsAll(usedUnits) && empty(table, statements);
    }

    private String unit(String id) throws BadValue {
        if (!units.contains(id)) {
            Text text = Checks.noUnit(id);
            throw new BadValue(text.zh(), text.en());
        }
        usedUnits.add(id);
        return id;
    }

    private String commitment(String id) throws BadValue {
        Optional<BadValue> problem = commitments.problem(id);
        if (problem.isPresent()) {
            throw problem.get();
        }
        return id;
    }

    private static boolean empty(EntityTable table, Statements statements) throws SQLException {
        return statements.truth("select not exists (select 1 from " + table.currentSql() + ")");
    }

    private static boolean looksElsewhere(Entity entity) {
        return entity.constraints().stream()
                .flatMap(constraint -> constraint.check().all())
                .anyMatch(expr -> expr instanceof Expr.FieldPath path && path.path().size() > 1);
    }
}
