package org.luoshi.register.internal.load;

import static org.luoshi.register.EntityTable.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Constraint;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.CommitmentType;
import org.luoshi.pack.FieldType.ReferenceType;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Sql;
import org.luoshi.pack.expression.SqlExpression;
import org.luoshi.pack.expression.SqlNames;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.record.RecordAccess;
import org.luoshi.register.internal.record.Setting;
import org.luoshi.register.internal.value.BadValue;

/// What no single row can tell: references, duplicates, rights on existing records, rules over the record as it will be.
final class Checks {

    private final Entity entity;
    private final Stage stage;
    private final Setting setting;
    private final Viewer viewer;
    private final boolean keysMayRepeat;

    /// @param keysMayRepeat whether two rows may be about the same record
    Checks(Entity entity, Stage stage, Setting setting, Viewer viewer, boolean keysMayRepeat) {
        this.entity = entity;
        this.stage = stage;
        this.setting = setting;
        this.viewer = viewer;
        this.keysMayRepeat = keysMayRepeat;
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        stage.referencesPresent().forEach(f -> checks.add(reference(f)));
        stage.present().stream().filter(f -> f.type() instanceof UnitType).forEach(f -> checks.add(unit(f)));
        if (setting.commitments().planInForce()) {
            stage.present().stream().filter(f -> f.type() instanceof CommitmentType).forEach(f -> checks.add(commitment(f)));
        }
        newRecords().ifPresent(checks::add);
        if (!viewer.everywhere()) {
            checks.add(rights());
        }
        checks.addAll(new ReservedChecks(entity, stage, setting, viewer).all());
        entity.constraints().forEach(c -> checks.add(rule(c)));
        if (keysMayRepeat) {
            checks.add(duplicates()); // last: it asks which rows are good so far
        }
        return checks;
    }

    private Check reference(Field field) {
        Entity target = setting.packs().entity(((ReferenceType) field.type()).entity()).orElseThrow();
        String id = quote("_i_" + field.id());
        String key = quote("_k_" + field.id());
        String sql = "select s._row, coalesce('#' || s.%1$s, s.%2$s) %3$s where %4$s is null and (s.%1$s is not null or s.%2$s is not null)"
                .formatted(id, key, stage.from(), stage.values(field, "c").getFirst());
        return new Check(sql, List.of(), field.id(), name -> Referents.missing(target, name));
    }

    /// Units are read by those in memory; this asks the table that the foreign key points to.
    private Check unit(Field field) {
        String column = quote(field.id());
        String sql = "select s._row, s.%1$s from %2$s s where s.%1$s is not null and not exists (select 1 from luoshi.unit u where u.id = s.%1$s)"
                .formatted(column, Stage.ROWS);
        return new Check(sql, List.of(), field.id(), Checks::noUnit);
    }

    static Text noUnit(String id) {
        return new Text("没有单位「%s」".formatted(id), "there is no unit \"%s\"".formatted(id));
    }

    /// A record may keep a commitment that has left the plan since.
    private Check commitment(Field field) {
        String column = quote(field.id());
        String ids = String.join(",", setting.commitments().titles().keySet());
        String sql = "select s._row, s.%1$s %2$s where s.%1$s <> all (string_to_array(?, ',')) and s.%1$s is distinct from c.%1$s"
                .formatted(column, stage.fromMatched());
        return new Check(sql, List.of(ids), field.id(), id -> setting.commitments()
                .problem(id)
                .map(BadValue::text)
                .orElse(Text.EMPTY));
    }

    /// Of otherwise good rows with the same key the first is good, further ones are not.
    private Check duplicates() {
        List<String> key = stage.key();
        String named = IntStream.range(0, key.size())
                .mapToObj(i -> key.get(i) + " as _" + i)
                .collect(Collectors.joining(", "));
        String same = IntStream.range(0, key.size())
                .mapToObj(i -> key.get(i) + " = d._" + i)
                .collect(Collectors.joining(" and "));
        String sql = "select s._row, d.first::text %1$s join (select %2$s, min(s._row) as first %1$s where %5$s group by %3$s having count(*) > 1) d on %4$s where s._row > d.first and %5$s"
                .formatted(stage.from(), named, String.join(", ", key), same, Stage.GOOD);
        String zh = entity.key().stream().map(k -> entity.require(k).title().zh()).collect(Collectors.joining("、"));
        String en = entity.key().stream().map(k -> entity.require(k).title().en()).collect(Collectors.joining(", "));
        return new Check(sql, List.of(), entity.key().getLast(), first -> new Text(
                "%s与第 %s 行重复".formatted(zh, first), "%s is the same as in row %s".formatted(en, first)));
    }

    /// New records need what the file has no column for.
    private Optional<Check> newRecords() {
        List<Field> missing = missing(entity, stage::has, viewer);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String zh = missing.stream().map(f -> f.title().zh()).collect(Collectors.joining("、"));
        String en = missing.stream().map(f -> f.title().en()).collect(Collectors.joining(", "));
        String sql = "select s._row, null from %s s where not exists (select 1 from %s m where m._row = s._row)"
                .formatted(Stage.ROWS, Stage.MATCH);
        return Optional.of(new Check(sql, List.of(), null, _ -> new Text(
                "这是新记录，但文件没有必填的列 %s".formatted(zh), "this is a new record, but the file has no column for the required %s".formatted(en))));
    }

    /// Fields of a new record that the file has no column for. Without a unit it would be the whole city's.
    static List<Field> missing(Entity entity, Predicate<String> has, Viewer viewer) {
        return entity.fields().stream()
                .filter(f -> f.required() || f.id().equals(entity.unit()) && !viewer.everywhere())
                .filter(f -> f.initial() == null && !has.test(f.id()))
                .toList();
    }

    private Check rights() {
        String may = setting.database()
                .renderInlined(DSL.trueCondition().and(new RecordAccess(entity, setting).rows(viewer, Permission.IMPORT)));
        String sql = "select m._row, m._id::text from %s m where not exists (select 1 from %s t where t._id = m._id and %s)"
                .formatted(Stage.MATCH, new EntityTable(entity).currentSql(), may);
        return new Check(sql, List.of(), entity.unit(), id -> new Text(
                "记录 #%s 属于别的单位，你没有改它的权限".formatted(id),
                "record #%s belongs to another unit and you may not change it".formatted(id)));
    }

    private Check rule(Constraint constraint) {
        Sql condition = new SqlExpression(new Names()).of(constraint.check());
        String sql = "select s._row, null %s where (%s) is false".formatted(stage.fromMatched(), condition.text());
        return new Check(sql, condition.bindings(), constraint.field(), _ -> constraint.message());
    }

    private final class Names implements SqlNames {

        @Override
        public Sql field(Expr.FieldPath path) {
            Entity at = entity;
            String sql = stage.values(at.require(path.path().getFirst()), "c").getFirst();
            for (int i = 1; i < path.path().size(); i++) {
                at = setting.packs()
                        .entity(((ReferenceType) at.require(path.path().get(i - 1)).type()).entity())
                        .orElseThrow();
                sql = "(select x.%s from %s x where x._id = %s)"
                        .formatted(quote(path.path().get(i)), new EntityTable(at).currentSql(), sql);
            }
            return Sql.of(sql);
        }

        @Override
        public Sql today() {
            return Sql.of("date '" + setting.today() + "'");
        }
    }
}
