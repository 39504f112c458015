package org.luoshi.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Position;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule;
import org.luoshi.pack.StatusVariable;
import org.luoshi.pack.StudyClass;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.ExpressionChecker;
import org.luoshi.pack.expression.Names;
import org.luoshi.pack.expression.Scope;
import org.luoshi.pack.expression.Type;

/// A synthetic plan with one commitment of each sort, and the registers behind it.
final class SmallPlan {

    static final QualifiedId PLAN = QualifiedId.parse("city.plan");
    static final QualifiedId EVIDENCE = QualifiedId.parse("follow.evidence");
    static final QualifiedId PROJECT = QualifiedId.parse("follow.project");
    static final QualifiedId STARTED = QualifiedId.parse("follow.projects_started");
    static final QualifiedId RULE = QualifiedId.parse("follow.commitment_status");

    private SmallPlan() {}

    static Plan plan() {
        Plan.Span year = new Plan.Span(LocalDate.of(2024, 12, 21), LocalDate.of(2025, 12, 31), false);
        Plan.Commitment starts = new Plan.Commitment(
                "north_starts", new Text("北区项目开工", "Start projects in the north"), null, "north", Set.of("city"), year,
                figure("120"), List.of(), List.of(milestone("list", "清单确定", "2025-03-31")),
                List.of(new Text("施工许可", "Building permits")), List.of(), List.of("c1"));
        Plan.Commitment rules = new Plan.Commitment(
                "market_rules", new Text("市场准入规则", "Rules of market access"), null, "city", Set.of("north", "south"), year,
                null, List.of(),
                List.of(
                        milestone("draft", "规则起草", "2025-03-31"),
                        milestone("issue", "规则公布", "2025-06-30"),
                        milestone("review", "成效评估", "2025-11-30")),
                List.of(), List.of(), List.of("c2"));
        Plan.Commitment platform = new Plan.Commitment(
                "platform", new Text("平台上线", "Platform in use"), null, "south", Set.of(), year, null, List.of(),
                List.of(milestone("online", "上线", "2025-10-31")), List.of(), List.of("market_rules"), List.of());
        return new Plan(
                PLAN, new Text("合成方案", "Synthetic plan"),
                new Plan.Source(new Text("合成报道", "Synthetic report"), "合成报", LocalDate.of(2024, 12, 21), null),
                year, RULE,
                new Plan.EvidenceRegister(
                        EVIDENCE, "commitment", "milestone", "happened_on", "verdict", "accepted", "verified_on"),
                List.of(
                        clause("c1", true), clause("c2", true), clause("c3", true),
                        new Plan.Clause("c4", 2, 1, null, new Text("背景", "Background"), Plan.ClauseKind.CONTEXT, false,
                                new Text("不含承诺", "No promise"))),
                List.of(
                        new Plan.Focus("competition", 1, new Text("竞争力", "Competitiveness"), List.of(), List.of(
                                new Plan.Measure("parks_first", new Text("抓园区", "Parks first"), Plan.Lever.LEVER, "city",
                                        List.of(), List.of(starts)))),
                        new Plan.Focus("opening", 2, new Text("开放", "Opening"), List.of(), List.of(
                                new Plan.Measure("access", new Text("准入", "Access"), Plan.Lever.NONE, null, List.of(),
                                        List.of(rules, platform))))));
    }

    static Plan.Figure figure(String target) {
        return new Plan.Figure(
                STARTED, "north", new Plan.Point(LocalDate.of(2024, 12, 20), BigDecimal.ZERO), false,
                new BigDecimal(target), true, List.of());
    }

    static Plan.Milestone milestone(String id, String zh, String due) {
        return new Plan.Milestone(id, new Text(zh, id), LocalDate.parse(due), false, null);
    }

    private static Plan.Clause clause(String id, boolean needs) {
        return new Plan.Clause(
                id, 1, 1, null, new Text("合成条款", "Synthetic clause"), Plan.ClauseKind.PROMISE, needs, null);
    }

    static StudyClass studyClass() {
        return new StudyClass(
                new QualifiedId("city", "class"), new Text("合成读书班", "Synthetic class"), LocalDate.of(2024, 12, 18),
                LocalDate.of(2024, 12, 20), "city",
                List.of(new StudyClass.Session("s1", LocalDate.of(2024, 12, 18), new Text("辅导", "Lecture"),
                        StudyClass.SessionKind.LECTURE)),
                List.of(
                        new StudyClass.Statement("t1", "s1", "north", new Text("抓开工", "Starts"), List.of("c1"),
                                List.of("north_starts")),
                        new StudyClass.Statement("t2", "s1", "south", new Text("体会", "A thought"), List.of(), List.of())));
    }

    /// The plan with each commitment passed through `edit`; one that becomes null is taken out.
    static Plan edit(Plan plan, UnaryOperator<Plan.Commitment> edit) {
        List<Plan.Focus> focuses = new ArrayList<>();
        for (Plan.Focus focus : plan.focuses()) {
            List<Plan.Measure> measures = new ArrayList<>();
            for (Plan.Measure m : focus.measures()) {
                List<Plan.Commitment> commitments = new ArrayList<>();
                for (Plan.Commitment c : m.commitments()) {
                    Plan.Commitment edited = edit.apply(c);
                    if (edited != null) {
                        commitments.add(edited);
                    }
                }
                measures.add(new Plan.Measure(m.id(), m.title(), m.lever(), m.lead(), m.clauses(), commitments));
            }
            focuses.add(new Plan.Focus(focus.id(), focus.order(), focus.title(), focus.clauses(), measures));
        }
        return new Plan(plan.id(), plan.title(), plan.source(), plan.period(), plan.statusRule(), plan.evidence(),
                plan.clauses(), focuses);
    }

    static Entity evidence() {
        return new Entity(EVIDENCE, Text.same("evidence"), Text.same("evidence"), List.of("code"), "code", "unit",
                List.of(
                        field("code", new FieldType.TextType(40, null), true),
                        field("commitment", new FieldType.CommitmentType(), true),
                        field("milestone", new FieldType.TextType(41, null), false),
                        field("unit", new FieldType.UnitType(Set.of()), true),
                        field("happened_on", new FieldType.DateType(), true),
                        field("verdict", new FieldType.EnumerationType(List.of(
                                new EnumerationValue("pending", Text.same("pending")),
                                new EnumerationValue("accepted", Text.same("accepted")),
                                new EnumerationValue("rejected", Text.same("rejected")))), true),
                        field("verified_on", new FieldType.DateType(), false)),
                List.of(), List.of(), List.of("code"), Map.of());
    }

    static Entity project() {
        return new Entity(PROJECT, Text.same("project"), Text.same("project"), List.of("code"), "code", "unit",
                List.of(
                        field("code", new FieldType.TextType(40, null), true),
                        field("unit", new FieldType.UnitType(Set.of()), true),
                        field("started_on", new FieldType.DateType(), false)),
                List.of(), List.of(), List.of("code"), Map.of());
    }

    private static Field field(String id, FieldType type, boolean required) {
        return new Field(id, Text.same(id), type, required, null, null);
    }

    static Indicator started() {
        Type count = new Type.NumberType(UnitsOfMeasure.standard().find("个").orElseThrow(), true);
        return new Indicator(
                STARTED, new Text("落地开工项目数", "Projects started"), UnitsOfMeasure.standard().find("个").orElseThrow(),
                Indicator.Direction.CUMULATIVE, null, Set.of(UnitKind.DISTRICT), PeriodKind.MONTH, Basis.ADMINISTRATIVE,
                new Indicator.Formula.OverFacts(
                        new Expr.Aggregate(Expr.AggregateKind.COUNT, PROJECT, null, null, null, count, 0), null, BigDecimal.ONE,
                        Map.of(PROJECT, new Indicator.Timing("started_on", Indicator.Accumulate.TO_DATE, null)),
                        Map.of(PROJECT, "unit")),
                Indicator.MissingPolicy.ZERO, 0, Text.same("合成"), null);
    }

    /// The levels of the pack `plan_follow_up`.
    static StatusRule rule() {
        Text progress = Text.same("{progress_sentence}");
        return new StatusRule(RULE, Text.same("rule"), List.of(
                level(StatusRule.Status.DONE, StatusRule.Colour.GREEN, "done", Text.same("{done_sentence}")),
                level(StatusRule.Status.UNKNOWN, StatusRule.Colour.GREY, "started && !has_data",
                        Text.same("{no_data_sentence}")),
                level(StatusRule.Status.UNKNOWN, StatusRule.Colour.GREY, "stale_days > 0",
                        new Text("过期 {stale_days} 天", "{stale_days} days stale")),
                level(StatusRule.Status.NOT_STARTED, StatusRule.Colour.GREY, "!started",
                        Text.same("{not_started_sentence}")),
                level(StatusRule.Status.BEHIND, StatusRule.Colour.RED,
                        "overdue || late_days > 30 || chance < 0.2 || (has_figure && ratio < 0.7)", progress),
                level(StatusRule.Status.AT_RISK, StatusRule.Colour.YELLOW,
                        "late_days > 0 || chance < 0.5 || (has_figure && ratio < 0.9)", progress),
                level(StatusRule.Status.AHEAD, StatusRule.Colour.BLUE, "ratio >= 1.1", progress),
                level(StatusRule.Status.ON_PATH, StatusRule.Colour.GREEN, "true", progress)),
                new EnumMap<>(Map.of(PeriodKind.MONTH, 45)));
    }

    private static StatusRule.Level level(
            StatusRule.Status status, StatusRule.Colour colour, String when, Text reason) {
        return new StatusRule.Level(status, colour, condition(when), Text.same(status.name()), reason);
    }

    static Expr condition(String source) {
        Map<String, Type> variables = new TreeMap<>();
        for (StatusVariable variable : StatusVariable.values()) {
            variables.put(variable.id(), variable.type());
        }
        List<Diagnostic> found = new ArrayList<>();
        Expr expr = ExpressionChecker.check(
                        source,
                        new Span("rule.yaml", new Position(1, 1), new Position(1, 1 + source.length())),
                        Scope.condition(Names.of("follow", Set.of(), List.of(), Map.of()), variables),
                        found::add)
                .orElse(null);
        if (expr == null) {
            throw new IllegalStateException(source + ": " + found);
        }
        return expr;
    }
}
