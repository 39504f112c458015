package org.luoshi.register.internal.load;

import static org.luoshi.register.EntityTable.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.EntityTable;
import org.luoshi.register.internal.record.Authors;
import org.luoshi.register.internal.record.RecordAccess;
import org.luoshi.register.internal.record.Reserved;
import org.luoshi.register.internal.record.Setting;

/// [Reserved] for all rows at once: who may set what a verifier sets, and which records are closed.
final class ReservedChecks {

    private static final Map<String, Text> WHY =
            Map.of("new", Reserved.NEW, "right", Reserved.NO_RIGHT, "own", Reserved.OWN_FACTS);

    private final Entity entity;
    private final Stage stage;
    private final Setting setting;
    private final Viewer viewer;

    ReservedChecks(Entity entity, Stage stage, Setting setting, Viewer viewer) {
        this.entity = entity;
        this.stage = stage;
        this.setting = setting;
        this.viewer = viewer;
    }

    /// Whether rows of this file can tell by themselves that they leave what is reserved as it begins.
    static boolean tellable(Entity entity, Predicate<String> has, Viewer viewer) {
        return entity.reserved().stream()
                .noneMatch(field -> has.test(field.id()) ? !viewer.everywhere() : field.initial() != null);
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        if (viewer.everywhere() || entity.reserved().isEmpty()) return checks;
        stage.present().stream().filter(Field::reserved).forEach(field -> checks.add(judgement(field)));
        List<Field> facts = stage.present().stream().filter(field -> !field.reserved()).toList();
        checks.add(closed(facts));
        return checks;
    }

    private Check judgement(Field field) {
        String begins = differs(stage.values(field, "c"), first(field));
        String authored = "m._id in (select a._id from (%s) a where a.actor = ?)"
                .formatted(new Authors(entity, stage.table()).sql("_id in (select _id from " + Stage.MATCH + ")"));
        String sql = """
                select s._row, case when m._id is null then 'new' when not (%2$s) then 'right' else 'own' end %1$s
                where case when m._id is null then %3$s else %4$s end and (m._id is null or not (%2$s) or %5$s)"""
                .formatted(stage.fromMatched(), mayVerify(), begins, differs(stage.values(field, "c"), now(field)), authored);
        return new Check(sql, List.of(viewer.account()), field.id(), WHY::get);
    }

    private Check closed(List<Field> facts) {
        String changed = differs(
                facts.stream().flatMap(f -> stage.values(f, "c").stream()).toList(),
                facts.stream().flatMap(f -> now(f).stream()).toList());
        boolean begins = entity.reserved().stream().anyMatch(field -> field.initial() != null);
        String judged = entity.reserved().stream()
                .filter(field -> !begins || field.initial() != null)
                .map(field -> differs(now(field), first(field)))
                .collect(Collectors.joining(" or "));
        String sql = "select s._row, null %s where m._id is not null and (%s) and %s"
                .formatted(stage.fromMatched(), judged, changed);
        return new Check(sql, List.of(), null, _ -> Reserved.CLOSED);
    }

    private String mayVerify() {
        RecordAccess access = new RecordAccess(entity, setting);
        String whole = String.valueOf(access.mayVerify(viewer, Map.of()));
        if (entity.unit() == null) return whole;
        String units = setting.database().renderInlined(RowFilter.list(setting.tree().tree().units().stream()
                .map(Unit::id)
                .filter(unit -> access.mayVerify(viewer, unit))
                .collect(Collectors.toSet())));
        return "coalesce(c.%s = any(%s), %s)".formatted(quote(entity.unit()), units, whole);
    }

    private static List<String> now(Field field) {
        return EntityTable.columns(field).map(column -> "c." + quote(column.name())).toList();
    }

    private static List<String> first(Field field) {
        return EntityTable.columns(field).map(column -> Stage.first(field, column)).toList();
    }

    private static String differs(List<String> some, List<String> others) {
        return "row(%s) is distinct from row(%s)".formatted(String.join(", ", some), String.join(", ", others));
    }
}
