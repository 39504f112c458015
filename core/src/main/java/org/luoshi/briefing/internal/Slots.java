package org.luoshi.briefing.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.luoshi.briefing.Figure;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Source.Aspect;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.BriefingFunction;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.expression.Expr;

/// Fills the `{{ … }}` of prose.
final class Slots {

    private final Scope scope;
    private final Figures figures;
    private final Text subjectName;
    private final String pack;

    /// @param pack that declares the layout
    Slots(Scope scope, Figures figures, Text subjectName, String pack) {
        this.scope = scope;
        this.figures = figures;
        this.subjectName = subjectName;
        this.pack = pack;
    }

    Figure fill(Expr expression) {
        if (!(expression instanceof Expr.HostCall call)) {
            return figures.unbound("?", new Text("这里只能调用简报函数", "only a briefing's functions can be called here"));
        }
        String written = written(call);
        return BriefingFunction.find(call.function())
                .map(function -> fill(function, call.arguments(), written))
                .orElseGet(() -> figures.unbound(
                        written, new Text("没有函数 " + call.function(), "there is no function " + call.function())));
    }

    private Figure fill(BriefingFunction function, List<String> arguments, String written) {
        return switch (function) {
            case COUNT ->
                figures.count(
                        written,
                        new Source.Count(arguments.getFirst()),
                        scope.select(arguments.getFirst()).size());
            case MILESTONES ->
                figures.count(
                        written,
                        new Source.MilestoneCount(arguments.getFirst()),
                        scope.steps(arguments.getFirst()).size());
            case VALUE ->
                figures.cell(written, id(arguments.getFirst()), scope.unit(), Wording.UNKNOWN);
            case VALUE_OF ->
                figures.cell(written, id(arguments.getFirst()), arguments.get(1), Wording.UNKNOWN);
            case CHANGE -> figures.difference(written, id(arguments.getFirst()), scope.unit());
            case ACTUAL -> promised(written, arguments.getFirst(), Aspect.ACTUAL);
            case EXPECTED -> promised(written, arguments.getFirst(), Aspect.EXPECTED);
            case TARGET -> promised(written, arguments.getFirst(), Aspect.TARGET);
            case SUBJECT -> figures.words(written, new Source.OfBriefing("subject"), subjectName);
            case AS_OF -> figures.words(written, new Source.OfBriefing("as_of"), Wording.day(scope.day()));
            case PERIOD ->
                figures.words(written, new Source.OfBriefing("period"), Wording.period(scope.period()));
        };
    }

    private Figure promised(String written, String commitment, Aspect aspect) {
        return scope.commitment(commitment)
                .map(line -> figures.promised(written, line, aspect, Wording.UNKNOWN))
                .orElseGet(() -> figures.unbound(
                        written,
                        new Text("方案中没有任务 " + commitment, "the plan has no commitment " + commitment)));
    }

    /// An indicator of the layout's own pack may be named without the pack.
    private QualifiedId id(String named) {
        return named.contains(".") ? QualifiedId.parse(named) : new QualifiedId(pack, named);
    }

    static String written(Expr.HostCall call) {
        return call.arguments().stream()
                .map(argument -> "'" + argument + "'")
                .collect(Collectors.joining(", ", call.function() + "(", ")"));
    }
}
