package org.luoshi.plan.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.plan.Activated;
import org.luoshi.plan.EditResult.Problem;

/// What a plan must keep, wherever it comes from; the compiler checks the same of a pack, with places.
public final class PlanCheck {

    private final Plan plan;
    private final Activated packs;
    private final Predicate<String> unitExists;
    private final List<Problem> problems = new ArrayList<>();

    private PlanCheck(Plan plan, Activated packs, Predicate<String> unitExists) {
        this.plan = plan;
        this.packs = packs;
        this.unitExists = unitExists;
    }

    public static List<Problem> of(Plan plan, Activated packs, Predicate<String> unitExists) {
        PlanCheck check = new PlanCheck(plan, packs, unitExists);
        check.run();
        return List.copyOf(check.problems);
    }

    private void run() {
        Set<String> clauses = new HashSet<>();
        for (Plan.Clause clause : plan.clauses()) {
            if (!clauses.add(clause.id())) {
                report(clause.id(), "原文条款编号重复", "two clauses have this id");
            }
        }
        Set<String> ids = new HashSet<>();
        List<Plan.Commitment> commitments = FactBook.commitments(plan, null);
        commitments.forEach(c -> ids.add(c.id()));
        Set<String> seen = new HashSet<>();
        for (Plan.Focus focus : plan.focuses()) {
            known(clauses, focus.clauses(), focus.id());
            unique(seen, focus.id());
            for (Plan.Measure measure : focus.measures()) {
                known(clauses, measure.clauses(), measure.id());
                unique(seen, measure.id());
                if (measure.lead() != null) {
                    unit(measure.id(), measure.lead());
                }
                measure.commitments().forEach(c -> {
                    known(clauses, c.clauses(), c.id());
                    unique(seen, c.id());
                    commitment(c, ids);
                });
            }
        }
        cycles(commitments);
    }

    private void commitment(Plan.Commitment commitment, Set<String> ids) {
        String id = commitment.id();
        unit(id, commitment.lead());
        commitment.assist().forEach(u -> unit(id, u));
        if (commitment.assist().contains(commitment.lead())) {
            report(id, "牵头单位不能同时是配合单位", "the lead cannot assist as well");
        }
        if (commitment.period().to().isBefore(commitment.period().from())) {
            report(id, "期限止于起始之前", "the period ends before it begins");
        }
        Set<String> milestones = new HashSet<>();
        for (Plan.Milestone milestone : commitment.milestones()) {
            if (!milestones.add(milestone.id())) {
                report(id + "/" + milestone.id(), "节点编号重复", "two milestones of the commitment have this id");
            }
            if (milestone.due().isAfter(commitment.period().to())) {
                report(
                        id + "/" + milestone.id(),
                        "节点日期 %s 晚于任务期限 %s".formatted(milestone.due(), commitment.period().to()),
                        "due %s, after the commitment's end %s".formatted(milestone.due(), commitment.period().to()));
            }
        }
        for (String needed : commitment.dependsOn()) {
            if (!ids.contains(needed)) {
                report(id, "所依赖的任务 %s 不存在".formatted(needed), "it depends on `%s`, which is not there".formatted(needed));
            }
        }
        if (commitment.figure() != null) {
            figure(commitment, commitment.figure());
        }
    }

    private void figure(Plan.Commitment commitment, Plan.Figure figure) {
        String id = commitment.id();
        unit(id, figure.unit());
        Indicator indicator = packs.indicator(figure.indicator()).orElse(null);
        if (indicator == null) {
            report(id, "指标 %s 不存在".formatted(figure.indicator()), "there is no indicator `%s`".formatted(figure.indicator()));
            return;
        }
        int way = figure.target().compareTo(figure.baseline().value());
        boolean against =
                switch (indicator.direction()) {
                    case UP, CUMULATIVE, BINARY -> way < 0;
                    case DOWN -> way > 0;
                    case RANGE -> false;
                };
        if (against) {
            report(
                    id,
                    "目标 %s 与指标方向相反（基线 %s）".formatted(figure.target(), figure.baseline().value()),
                    "target %s goes against the indicator's direction (baseline %s)"
                            .formatted(figure.target(), figure.baseline().value()));
        }
        if (!figure.baseline().by().isBefore(commitment.period().to())) {
            report(id, "基线日期须早于期限", "the baseline must be before the end of the period");
        }
        for (int i = 0; i < figure.path().size(); i++) {
            Plan.Point point = figure.path().get(i);
            boolean ordered = i == 0 || point.by().isAfter(figure.path().get(i - 1).by());
            if (!ordered
                    || !point.by().isAfter(figure.baseline().by())
                    || point.by().isAfter(commitment.period().to())) {
                report(
                        id,
                        "路径点 %s 须按日期递增，且在基线与期限之间".formatted(point.by()),
                        "path point %s must lie after the one before, between baseline and end".formatted(point.by()));
            }
        }
    }

    private void unit(String where, String unit) {
        if (!unitExists.test(unit)) {
            report(where, "单位 %s 不存在".formatted(unit), "there is no unit `%s`".formatted(unit));
        }
    }

    private void unique(Set<String> seen, String id) {
        if (!seen.add(id)) {
            report(id, "编号重复", "two items of the plan have this id");
        }
    }

    private void known(Set<String> clauses, List<String> named, String where) {
        for (String clause : named) {
            if (!clauses.contains(clause)) {
                report(where, "原文条款 %s 不存在".formatted(clause), "there is no clause `%s`".formatted(clause));
            }
        }
    }

    private void cycles(List<Plan.Commitment> commitments) {
        Map<String, List<String>> needs = new HashMap<>();
        commitments.forEach(c -> needs.put(c.id(), c.dependsOn()));
        Set<String> cleared = new HashSet<>();
        for (Plan.Commitment commitment : commitments) {
            if (inCycle(commitment.id(), needs, cleared, new HashSet<>())) {
                report(commitment.id(), "任务之间循环依赖", "commitments depend on each other in a circle");
                return;
            }
        }
    }

    private static boolean inCycle(
            String id, Map<String, List<String>> needs, Set<String> cleared, Set<String> path) {
        if (cleared.contains(id)) {
            return false;
        }
        if (!path.add(id)) {
            return true;
        }
        for (String next : needs.getOrDefault(id, List.of())) {
            if (inCycle(next, needs, cleared, path)) {
                return true;
            }
        }
        path.remove(id);
        cleared.add(id);
        return false;
    }

    private void report(String where, String zh, String en) {
        problems.add(new Problem(where, new Text(zh, en)));
    }
}
