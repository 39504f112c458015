package org.luoshi.quality.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Method;
import org.luoshi.pack.QualityCheck.Rule;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Expr.AggregateKind;
import org.luoshi.pack.expression.RowSource;
import org.luoshi.pack.expression.Sql;
import org.luoshi.pack.expression.SqlAggregate;
import org.luoshi.pack.expression.SqlExpression;
import org.luoshi.pack.expression.Type;
import org.luoshi.quality.QualityLook.Unjudged;
import org.luoshi.register.EntityTable;
import org.luoshi.register.Registers;

/// What one check finds in the registers as they are, as SQL: columns `subject`, `unit`, `record`, `period`, `measured`,
/// `low`, `high`.
final class Findings {

    /// Makes the median deviation of normal values their standard deviation.
    private static final BigDecimal NORMAL = new BigDecimal("1.4826");

    private static final int QUARTER = 25;

    private final DSLContext database;
    private final Registers registers;
    private final UnitTree units;
    private final ZoneId zone;
    private final LocalDate today;
    private final QualityCheck check;
    private final Entity entity;
    private final String unit;

    Findings(DSLContext database, Registers registers, UnitTree units, ZoneId zone, LocalDate today, QualityCheck check) {
        this.database = database;
        this.registers = registers;
        this.units = units;
        this.zone = zone;
        this.today = today;
        this.check = check;
        this.entity = registers.packs().entity(check.entity()).orElseThrow();
        this.unit = "r." + Sql.quoted(Objects.requireNonNull(entity.unit()));
    }

    /// @param found null where nothing can be said
    record Outcome(@Nullable Sql found, @Nullable Unjudged unjudged) {}

    Outcome look() {
        return switch (check.rule()) {
            case Rule.Contradiction(var condition) -> new Outcome(contradiction(condition), null);
            case Rule.Completeness(var fields, var least) -> new Outcome(completeness(fields, least), null);
            case Rule.Freshness freshness -> new Outcome(freshness(freshness), null);
            case Rule.Outlier outlier -> outlier(outlier);
        };
    }

    private Sql contradiction(Expr condition) {
        RowSource rows = rows();
        Sql holds = new SqlExpression(rows).of(condition);
        return records(rows, holds, Sql.of("null::numeric"), null, null);
    }

    private Sql records(RowSource rows, Sql holds, Sql measured, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        Sql where = where(rows);
        return Sql.template(
                        "select r._id::text as subject, " + unit + " as unit, r._id as record, null::text as period, # as measured",
                        measured)
                .then(bound("low", low))
                .then(bound("high", high))
                .then(Sql.template(" from # where " + unit + " is not null and # and #", rows.from(), holds, where));
    }

    private static Sql bound(String name, @Nullable BigDecimal value) {
        return value == null ? Sql.of(", null::numeric as " + name) : Sql.of(", ?::numeric as " + name, value);
    }

    private Sql completeness(List<String> fields, BigDecimal least) {
        RowSource rows = rows();
        List<Sql> filled = new ArrayList<>();
        for (String field : fields) {
            String column = EntityTable.columns(entity.require(field)).findFirst().orElseThrow().name();
            filled.add(Sql.of("count(r." + Sql.quoted(column) + ")"));
        }
        Sql sum = Sql.join(" + ", filled);
        Sql where = where(rows);
        Sql shares = Sql.template(
                "(select " + unit + " as unit, (#)::numeric as filled, count(*) * " + fields.size() + " as wanted from # where "
                        + unit + " is not null and # group by 1) as shares",
                sum,
                rows.from(),
                where);
        return Sql.of(
                        "select unit as subject, unit, null::bigint as record, null::text as period,"
                                + " round(100.0 * filled / wanted, 2) as measured, ?::numeric as low, null::numeric as high from ",
                        least)
                .then(shares)
                .then(Sql.of(" where 100 * filled < ?::numeric * wanted", least));
    }

    private Sql freshness(Rule.Freshness rule) {
        List<String> unitIds = new ArrayList<>();
        List<Period> periods = new ArrayList<>();
        Period last = Period.of(rule.every(), today);
        for (Period period : Period.range(rule.every(), rule.since(), today)) {
            boolean due = period.end().plusDays(rule.within()).isBefore(today) && !period.equals(last);
            if (!due || period.end().isBefore(rule.since())) continue;
            for (Unit one : units.units()) {
                if (!rule.units().contains(one.kind()) || !one.validity().contains(period.end())) continue;
                unitIds.add(one.id());
                periods.add(period);
            }
        }
        RowSource rows = rows();
        Sql where = where(rows);
        Sql expected = Sql.of(
                "unnest(?::text[], ?::text[], ?::date[], ?::date[]) as k(unit, period, first, last)",
                unitIds.toArray(String[]::new),
                periods.stream().map(Period::id).toArray(String[]::new),
                periods.stream().map(Period::start).toArray(LocalDate[]::new),
                periods.stream().map(Period::end).toArray(LocalDate[]::new));
        return Sql.template(
                "select k.unit || '/' || k.period as subject, k.unit, null::bigint as record, k.period, null::numeric as measured,"
                        + " null::numeric as low, null::numeric as high from # where not exists (select from # where "
                        + unit + " = k.unit and " + day(rule.date()) + " between k.first and k.last and #)",
                expected,
                rows.from(),
                where);
    }

    private String day(String field) {
        String column = "r." + Sql.quoted(field);
        return entity.require(field).type() instanceof FieldType.MomentType
                ? "(%s at time zone '%s')::date".formatted(column, zone.getId())
                : column;
    }

    private Outcome outlier(Rule.Outlier rule) {
        Field field = entity.require(rule.field());
        Expr.FieldPath value = new Expr.FieldPath(entity.id(), List.of(field.id()), Type.of(field.type()), 0);
        BigDecimal count = measure(AggregateKind.COUNT, value, null).orElse(BigDecimal.ZERO);
        if (count.compareTo(BigDecimal.valueOf(rule.least())) < 0) return new Outcome(null, Unjudged.TOO_FEW);
        BigDecimal low;
        BigDecimal high;
        if (rule.method() == Method.MEDIAN_DEVIATION) {
            BigDecimal median = measure(AggregateKind.MEDIAN, value, null).orElseThrow();
            Expr distance = new Expr.Call(
                    Expr.Function.ABS,
                    List.of(new Expr.Binary(
                            Expr.BinaryOperator.SUBTRACT, value, new Expr.Literal(median, value.type(), 0), value.type(), 0)),
                    value.type(),
                    0);
            BigDecimal far = measure(AggregateKind.MEDIAN, distance, null).orElseThrow().multiply(NORMAL).multiply(rule.factor());
            low = median.subtract(far);
            high = median.add(far);
        } else {
            BigDecimal lower = quartile(value, QUARTER);
            BigDecimal upper = quartile(value, 3 * QUARTER);
            BigDecimal far = upper.subtract(lower).multiply(rule.factor());
            low = lower.subtract(far);
            high = upper.add(far);
        }
        if (low.compareTo(high) == 0) return new Outcome(null, Unjudged.NO_SPREAD);
        RowSource rows = rows();
        Sql number = new SqlExpression(rows).numeric(value);
        Sql holds = Sql.template("not # between ", number).then(Sql.of("?::numeric and ?::numeric", low, high));
        return new Outcome(records(rows, holds, number, low, high), null);
    }

    private BigDecimal quartile(Expr value, int percent) {
        Expr literal = new Expr.Literal(BigDecimal.valueOf(percent), value.type(), 0);
        return measure(AggregateKind.PERCENTILE, value, literal).orElseThrow();
    }

    private Optional<BigDecimal> measure(AggregateKind kind, Expr value, @Nullable Expr beside) {
        RowSource rows = rows();
        Expr.Aggregate aggregate =
                new Expr.Aggregate(kind, entity.id(), value, beside, check.where(), value.type(), 0);
        Sql column = SqlAggregate.of(aggregate, rows);
        Sql sql = Sql.template("select # as measure from #", column, rows.from());
        Record row = database.resultQuery(sql.text(), sql.bindings().toArray()).fetchOne();
        return Optional.ofNullable(row).map(found -> found.get("measure", BigDecimal.class));
    }

    private Sql where(RowSource rows) {
        return check.where() == null ? Sql.of("true") : new SqlExpression(rows).of(check.where());
    }

    private RowSource rows() {
        return new RowSource(
                entity,
                "r",
                id -> registers.packs().entity(id).orElseThrow(),
                id -> Sql.of(registers.table(registers.packs().entity(id).orElseThrow(), null).asOfSql(null)));
    }
}
