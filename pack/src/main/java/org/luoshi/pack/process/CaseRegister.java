package org.luoshi.pack.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luoshi.kernel.clock.ClockDefinition;
import org.luoshi.kernel.clock.DayCount;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.QualifiedId;

/// The register that a process makes of its cases, one record for each: how far it is and what its clocks say.
///
/// It is an ordinary register, so indicators count cases, "as of" works on them and any tool reads them. Nobody types
/// into it: each transition writes it, in the same change.
public final class CaseRegister {

    public static final String NUMBER = "number";
    public static final String CONTENT = "content";
    public static final String UNIT = "unit";
    public static final String STATE = "state";
    public static final String STEP = "step";
    public static final String OUTCOME = "outcome";
    public static final String APPLIED_ON = "applied_on";
    public static final String CLOSED_ON = "closed_on";

    /// How a case stands. Ids are values of the field `state`.
    public static final List<EnumerationValue> STATES = List.of(
            new EnumerationValue("running", new Text("办理中", "In progress")),
            new EnumerationValue("suspended", new Text("已中止", "Suspended")),
            new EnumerationValue("closed", new Text("已办结", "Closed")),
            new EnumerationValue("withdrawn", new Text("已撤回", "Withdrawn")),
            new EnumerationValue("merged", new Text("已并案", "Merged")));

    private static final UnitOfMeasure DAY = UnitsOfMeasure.standard().find("day").orElseThrow();
    private static final UnitOfMeasure WORKING_DAY =
            UnitsOfMeasure.standard().find("working_day").orElseThrow();

    private static final UnitOfMeasure TIMES = UnitsOfMeasure.standard().find("次").orElseThrow();

    private CaseRegister() {}

    /// `handling` → `handling_case`.
    public static QualifiedId idOf(QualifiedId process) {
        return new QualifiedId(process.pack(), idOf(process.name()));
    }

    public static String idOf(String process) {
        return process + "_case";
    }

    /// First day of a clock.
    public static String startedOn(String clock) {
        return clock + "_started_on";
    }

    /// Last day by law, suspensions and extension included.
    public static String dueOn(String clock) {
        return clock + "_due_on";
    }

    /// Last day by promise.
    public static String promisedOn(String clock) {
        return clock + "_promised_on";
    }

    /// The day that ended the clock.
    public static String endedOn(String clock) {
        return clock + "_ended_on";
    }

    /// Days of the limit that were used, suspensions not counted, as [#countOf] counts; set once the clock has ended.
    public static String netDays(String clock) {
        return clock + "_net_days";
    }

    /// Days by which the legal limit was missed; set once the clock has ended, 0 when it was kept.
    public static String daysLate(String clock) {
        return clock + "_days_late";
    }

    /// How often the clock has started; only of clocks that may start again. Its dates are those of the last run, its days
    /// those of all runs together.
    public static String runs(String clock) {
        return clock + "_runs";
    }

    /// Natural days for which a cause suspended the clock, of suspensions that are over.
    public static String suspendedDays(String clock, String cause) {
        return clock + "_suspended_" + cause;
    }

    /// How days are counted in the register: as the limit counts them, in natural days where the law went over from one
    /// to the other, so that a column holds one measure.
    public static DayCount countOf(ClockDefinition clock) {
        boolean working = clock.terms().stream().allMatch(t -> t.legal().value().count() == DayCount.WORKING);
        return working ? DayCount.WORKING : DayCount.NATURAL;
    }

    public static Entity of(
            QualifiedId process,
            Text title,
            QualifiedId content,
            List<Step> steps,
            List<Outcome> outcomes,
            List<CaseClock> clocks) {
        List<Field> fields = new ArrayList<>();
        fields.add(field(NUMBER, "编号", "Number", new FieldType.TextType(64, null), true));
        fields.add(field(CONTENT, "内容", "Content", new FieldType.ReferenceType(content), true));
        fields.add(field(UNIT, "单位", "Unit", new FieldType.UnitType(Set.of()), true));
        fields.add(field(STATE, "状态", "State", new FieldType.EnumerationType(STATES), true));
        fields.add(field(STEP, "环节", "Step", values(steps.stream().map(s -> value(s.id(), s.title())).toList()), false));
        fields.add(field(
                OUTCOME, "结果", "Outcome", values(outcomes.stream().map(o -> value(o.id(), o.title())).toList()), false));
        fields.add(field(APPLIED_ON, "申请日期", "Applied on", new FieldType.DateType(), true));
        fields.add(field(CLOSED_ON, "办结日期", "Closed on", new FieldType.DateType(), false));
        for (CaseClock clock : clocks) {
            Text of = clock.definition().title();
            UnitOfMeasure day = dayOf(clock);
            fields.add(date(startedOn(clock.id()), of, "起算日", "started on"));
            fields.add(date(dueOn(clock.id()), of, "法定截止日", "due by law on"));
            fields.add(date(promisedOn(clock.id()), of, "承诺截止日", "promised for"));
            fields.add(date(endedOn(clock.id()), of, "止算日", "ended on"));
            fields.add(days(netDays(clock.id()), of, "净用天数", "net days", day));
            fields.add(days(daysLate(clock.id()), of, "超期天数", "days late", day));
            if (clock.again()) {
                Text times = new Text(of.zh() + "次数", of.en() + ": times");
                fields.add(new Field(runs(clock.id()), times, new FieldType.IntegerType(TIMES, null, null), false, null, null));
            }
            causes(clock).forEach((cause, called) -> fields.add(
                    days(suspendedDays(clock.id(), cause), of, "中止天数：" + called.zh(), "days suspended: " + called.en(), DAY)));
        }
        return new Entity(
                idOf(process),
                new Text(title.zh() + "办件", "Case: " + title.en()),
                new Text(title.zh() + "办件", "Cases: " + title.en()),
                List.of(NUMBER),
                NUMBER,
                UNIT,
                fields,
                List.of(),
                List.of(List.of(APPLIED_ON), List.of(STATE, STEP)),
                List.of(NUMBER, UNIT, STATE, STEP, APPLIED_ON, CLOSED_ON),
                Map.of());
    }

    /// Working days and days are not the same measure.
    private static UnitOfMeasure dayOf(CaseClock clock) {
        return countOf(clock.definition()) == DayCount.WORKING ? WORKING_DAY : DAY;
    }

    private static Map<String, Text> causes(CaseClock clock) {
        Map<String, Text> causes = new LinkedHashMap<>();
        clock.definition().terms().forEach(terms -> terms.causes().forEach(c -> causes.putIfAbsent(c.id(), c.title())));
        return causes;
    }

    private static FieldType values(List<EnumerationValue> values) {
        return new FieldType.EnumerationType(values);
    }

    private static EnumerationValue value(String id, Text title) {
        return new EnumerationValue(id, title);
    }

    private static Field date(String id, Text clock, String zh, String en) {
        return field(id, clock.zh() + zh, clock.en() + ": " + en, new FieldType.DateType(), false);
    }

    private static Field days(String id, Text clock, String zh, String en, UnitOfMeasure day) {
        return field(id, clock.zh() + zh, clock.en() + ": " + en, new FieldType.IntegerType(day, null, null), false);
    }

    private static Field field(String id, String zh, String en, FieldType type, boolean required) {
        return new Field(id, new Text(zh, en), type, required, null, null);
    }
}
