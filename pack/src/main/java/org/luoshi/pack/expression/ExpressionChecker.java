package org.luoshi.pack.expression;

import java.util.Optional;
import java.util.function.Consumer;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.pack.expression.Syntax.Reading;

/// Reads an expression and checks it against what it may name: the only way to a checked [Expr].
public final class ExpressionChecker {

    private ExpressionChecker() {}

    /// @param place the characters of the expression in its file, quotation marks left out
    /// @return the checked tree, or empty when at least one diagnostic was reported
    public static Optional<Expr> check(String source, Span place, Scope scope, Consumer<Diagnostic> diagnostics) {
        return check(source, Place.at(source, place), scope, diagnostics);
    }

    /// For sources whose places in the file do not simply follow one another: escapes, folded blocks.
    public static Optional<Expr> check(String source, Place place, Scope scope, Consumer<Diagnostic> diagnostics) {
        int length = source.codePointCount(0, source.length());
        if (source.isBlank()) {
            diagnostics.accept(ExpressionMistake.EMPTY.at(place.span(0, length)));
            return Optional.empty();
        }
        if (length > Syntax.LONGEST) {
            diagnostics.accept(ExpressionMistake.TOO_LONG.at(place.span(0, length), length, Syntax.LONGEST));
            return Optional.empty();
        }
        return switch (Syntax.read(source)) {
            case Reading.Read(var nodes) -> checkTree(nodes, place, scope, diagnostics);
            case Reading.Unreadable unreadable -> {
                tell(unreadable, place, length, diagnostics);
                yield Optional.empty();
            }
        };
    }

    private static Optional<Expr> checkTree(
            Nodes nodes, Place place, Scope scope, Consumer<Diagnostic> diagnostics) {
        Report report = new Report(nodes, place, diagnostics);
        Expr tree = new TreeChecker(report, scope).check(nodes.root());
        Expr fitted = new Fitting(report, scope.expected()).fit(tree, nodes.root());
        return report.isClean() ? Optional.of(fitted) : Optional.empty();
    }

    private static void tell(
            Reading.Unreadable unreadable, Place place, int length, Consumer<Diagnostic> diagnostics) {
        if (unreadable.tooDeep()) {
            diagnostics.accept(ExpressionMistake.TOO_DEEP.at(place.span(0, length)));
        } else {
            new SyntaxMistakes(unreadable.tokens(), place, diagnostics).tell(unreadable.at());
        }
    }
}
