package org.luoshi.pack.expression;

import dev.cel.common.ast.CelExpr;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.EditDistance;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Nodes.Stretch;

/// Collects what is wrong with one expression, with places.
final class Report {

    /// Closed sets up to this size are listed whole.
    private static final int LISTED = 8;

    private static final int NEAREST = 4;

    private final Nodes nodes;
    private final Place place;
    private final Consumer<Diagnostic> diagnostics;
    private int count;

    Report(Nodes nodes, Place place, Consumer<Diagnostic> diagnostics) {
        this.nodes = nodes;
        this.place = place;
        this.diagnostics = diagnostics;
    }

    Nodes nodes() {
        return nodes;
    }

    boolean isClean() {
        return count == 0;
    }

    Span span(Stretch stretch) {
        return place.span(stretch.from(), stretch.to());
    }

    Span span(CelExpr node) {
        return span(nodes.stretch(node));
    }

    /// @return the broken expression, so that a check can end with its report
    Expr tell(Diagnostic diagnostic) {
        count++;
        diagnostics.accept(diagnostic);
        return broken();
    }

    /// Something is wrong that is told elsewhere.
    Expr tellSilently() {
        count++;
        return broken();
    }

    Expr tell(ExpressionMistake mistake, CelExpr node, Object... particulars) {
        return tell(mistake.at(span(node), particulars));
    }

    Expr tell(ExpressionMistake mistake, Stretch stretch, Object... particulars) {
        return tell(mistake.at(span(stretch), particulars));
    }

    /// Stands for a part that was told already.
    static Expr broken() {
        return new Expr.Literal(null, new Type.UnknownType(), 0);
    }

    static boolean isBroken(Expr expr) {
        return expr.type() instanceof Type.UnknownType;
    }

    /// With "did you mean", or the closed set's members.
    static Diagnostic suggesting(Diagnostic diagnostic, String word, Collection<String> candidates) {
        var suggestion = EditDistance.suggestion(word, candidates);
        if (suggestion.isPresent()) {
            String meant = suggestion.get();
            return diagnostic.help(new Text("是不是想写 `%s`？".formatted(meant), "did you mean `%s`?".formatted(meant)));
        }
        if (candidates.isEmpty()) return diagnostic;
        boolean all = candidates.size() <= LISTED;
        Collection<String> shown = all
                ? candidates.stream().sorted().toList()
                : EditDistance.nearest(word, candidates, NEAREST);
        return diagnostic.help(
                all
                        ? new Text("可用：" + quoted(shown, "、"), "known: " + quoted(shown, ", "))
                        : new Text("相近的有：" + quoted(shown, "、"), "nearest: " + quoted(shown, ", ")));
    }

    private static String quoted(Collection<String> words, String separator) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(separator));
    }
}
