package org.luoshi.briefing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.Run;
import org.luoshi.briefing.Briefing;
import org.luoshi.briefing.Block.Cell;
import org.luoshi.briefing.Block.Column;
import org.luoshi.briefing.CommitmentLine;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Source.Aspect;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.BriefingLayout.Selection;

/// Lists commitments, or their milestones.
final class CommitmentTable {

    private final Scope scope;
    private final Figures figures;
    private final Function<String, Text> unitName;

    CommitmentTable(Scope scope, Figures figures, Function<String, Text> unitName) {
        this.scope = scope;
        this.figures = figures;
        this.unitName = unitName;
    }

    Block of(Selection selection, List<String> columns) {
        return selection == Selection.MILESTONES_DUE
                ? milestones("watch", columns)
                : commitments(selection.name().toLowerCase(Locale.ROOT), columns);
    }

    /// The rows that a figure counts, under their number.
    ///
    /// @param source a count of commitments or of milestones
    Briefing.Section counted(Source source) {
        return switch (source) {
            case Source.Count(var selection) ->
                section(source, scope.select(selection).size(), commitments(selection, List.of("title", "lead", "status", "since", "reason")));
            case Source.MilestoneCount(var selection) ->
                section(source, scope.steps(selection).size(), milestones(selection, List.of("milestone", "title", "lead", "due", "status")));
            default -> throw new IllegalArgumentException("counts nothing: " + source.key());
        };
    }

    private Briefing.Section section(Source source, int count, Block rows) {
        Text name = Wording.counted(source);
        var figure = figures.count(source.key(), source, count);
        return new Briefing.Section(
                name,
                List.of(
                        new Block.Prose(
                                List.of(new Run.Words(name.zh() + "："), new Run.Shown(figure)),
                                List.of(new Run.Words(name.en() + ": "), new Run.Shown(figure))),
                        rows));
    }

    private Block commitments(String selection, List<String> columns) {
        List<CommitmentLine> lines = scope.select(selection);
        if (lines.isEmpty()) return new Block.Remark(new Text("本期无此类任务。", "No commitments of this kind."));
        return new Block.Table(
                Text.EMPTY,
                columns.stream().map(CommitmentTable::column).toList(),
                lines.stream()
                        .map(line -> columns.stream()
                                .map(column -> cell(column, line, selection.equals("changed")))
                                .toList())
                        .toList(),
                new Source.Count(selection));
    }

    private static Column column(String id) {
        return switch (id) {
            case "title" -> new Column(id, new Text("任务", "Commitment"), false, 26);
            case "focus" -> new Column(id, new Text("着力点", "Focus"), false, 14);
            case "measure" -> new Column(id, new Text("举措", "Measure"), false, 16);
            case "lead" -> new Column(id, new Text("牵头单位", "Lead"), false, 12);
            case "assist" -> new Column(id, new Text("配合单位", "Assisting"), false, 14);
            case "status" -> new Column(id, new Text("状态", "Status"), false, 14);
            case "reason" -> new Column(id, new Text("依据", "Reason"), false, 34);
            case "since" -> new Column(id, new Text("自何日起", "Since"), false, 16);
            case "figure" -> new Column(id, new Text("实际", "Actual"), true, 10);
            case "expected" -> new Column(id, new Text("应达", "Expected"), true, 10);
            case "target" -> new Column(id, new Text("目标", "Target"), true, 10);
            case "due" -> new Column(id, new Text("期限", "Due"), false, 16);
            case "milestone" -> new Column(id, new Text("节点", "Milestone"), false, 24);
            case "forecast" -> new Column(id, new Text("按期可能性", "Chance on time"), true, 10);
            case "evidence" -> new Column(id, new Text("佐证", "Evidence"), false, 18);
            default -> throw new IllegalArgumentException("no column `" + id + "`");
        };
    }

    private Cell cell(String column, CommitmentLine line, boolean changed) {
        return switch (column) {
            case "title" -> name(line);
            case "focus" -> new Cell.Name(line.focusTitle(), null);
            case "measure" -> new Cell.Name(line.measureTitle(), null);
            case "lead" -> new Cell.Name(unitName.apply(line.lead()), null);
            case "assist" -> new Cell.Name(names(line.assist()), null);
            case "status" -> status(line, changed);
            case "reason" -> value(figures.words(column, of(line, Aspect.REASON), line.reason()));
            case "since" -> value(figures.date(column, of(line, Aspect.SINCE), line.since()));
            case "figure" -> promise(column, line, Aspect.ACTUAL);
            case "expected" -> promise(column, line, Aspect.EXPECTED);
            case "target" -> promise(column, line, Aspect.TARGET);
            case "due" -> value(figures.date(column, of(line, Aspect.DUE), line.to()));
            case "milestone" -> nextMilestone(line);
            case "forecast" -> value(figures.chance(column, line));
            case "evidence" -> new Cell.Name(joined(line.evidence()), null);
            default -> throw new IllegalArgumentException("no column `" + column + "`");
        };
    }

    /// Where nothing was promised a dash says so; it is no missing figure.
    private Cell promise(String column, CommitmentLine line, Aspect aspect) {
        return line.promise() == null
                ? new Cell.Name(Wording.DASH, null)
                : value(figures.promised(column, line, aspect, Wording.DASH));
    }

    private Cell status(CommitmentLine line, boolean changed) {
        Text shown = line.statusTitle();
        if (changed) {
            Text was = scope.before(line.id()).map(CommitmentLine::statusTitle).orElse(Wording.DASH);
            shown = new Text(was.zh() + "→" + shown.zh(), was.en() + " → " + shown.en());
        }
        return new Cell.Value(figures.words("status", of(line, Aspect.STATUS), shown), line.colour());
    }

    private Cell nextMilestone(CommitmentLine line) {
        return line.milestones().stream()
                .filter(milestone -> milestone.reachedOn() == null)
                .findFirst()
                .<Cell>map(milestone -> value(figures.words(
                        "milestone",
                        new Source.OfMilestone(line.id(), milestone.id(), Aspect.DUE),
                        new Text(
                                milestone.title().zh() + "（" + milestone.due() + "）",
                                milestone.title().en() + " (" + milestone.due() + ")"))))
                .orElseGet(() -> new Cell.Name(Wording.DASH, null));
    }

    private Block milestones(String selection, List<String> columns) {
        List<Scope.Step> steps = scope.steps(selection);
        if (steps.isEmpty()) {
            return new Block.Remark(
                    new Text("没有这样的节点。", "No such milestone."));
        }
        List<String> shown = new ArrayList<>(columns);
        if (!shown.contains("milestone")) shown.addFirst("milestone");
        return new Block.Table(
                Text.EMPTY,
                shown.stream().map(CommitmentTable::column).toList(),
                steps.stream()
                        .map(step -> shown.stream().map(column -> cell(column, step)).toList())
                        .toList(),
                new Source.MilestoneCount(selection));
    }

    private Cell cell(String column, Scope.Step step) {
        CommitmentLine line = step.commitment();
        var milestone = step.milestone();
        return switch (column) {
            case "milestone" -> new Cell.Name(milestone.title(), of(line, Aspect.DUE));
            case "due" ->
                value(figures.date(
                        column, new Source.OfMilestone(line.id(), milestone.id(), Aspect.DUE), milestone.due()));
            case "status" ->
                value(figures.words(
                        column, new Source.OfMilestone(line.id(), milestone.id(), Aspect.STATE), state(step)));
            case "evidence" -> {
                Text evidence = milestone.evidence();
                yield new Cell.Name(evidence == null ? Wording.DASH : evidence, null);
            }
            default -> cell(column, line, false);
        };
    }

    private Text state(Scope.Step step) {
        boolean overdue = step.overdue(scope.day());
        return switch (step.milestone().proof()) {
            case AWAITS_VERDICT ->
                overdue
                        ? new Text("逾期，佐证待认定", "Overdue, evidence awaits verdict")
                        : new Text("佐证待认定", "Evidence awaits verdict");
            case RETURNED ->
                overdue
                        ? new Text("逾期，佐证不予认定", "Overdue, evidence rejected")
                        : new Text("佐证不予认定", "Evidence rejected");
            case ACCEPTED -> {
                String on = String.valueOf(step.milestone().reachedOn());
                yield new Text("已达到（" + on + "）", "Reached (" + on + ")");
            }
            case NONE -> overdue ? new Text("逾期", "Overdue") : new Text("将到期", "Due soon");
        };
    }

    private static Cell name(CommitmentLine line) {
        return new Cell.Name(line.title(), of(line, Aspect.STATUS));
    }

    private static Cell value(org.luoshi.briefing.Figure figure) {
        return new Cell.Value(figure, null);
    }

    private static Source of(CommitmentLine line, Aspect aspect) {
        return new Source.OfCommitment(line.id(), aspect);
    }

    private Text names(List<String> units) {
        return units.isEmpty() ? Wording.DASH : joined(units.stream().map(unitName).toList());
    }

    private static Text joined(List<Text> texts) {
        if (texts.isEmpty()) return Wording.DASH;
        return new Text(
                texts.stream().map(Text::zh).collect(Collectors.joining("、")),
                texts.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
