package org.luoshi.web.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule;
import org.luoshi.pack.StatusVariable;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Words;
import org.luoshi.web.part.StatusTag;

/// A status rule as its pack declares it, in words.
final class RuleWords {

    /// Rules know no entities and no indicators, only [StatusVariable]s.
    private static final Words WORDS = new Words(
            id -> {
                throw new IllegalStateException("a status rule over " + id);
            },
            id -> Text.same(id.toString()),
            name -> StatusVariable.find(name).map(StatusVariable::title).orElse(Text.same(name)));

    private RuleWords() {}

    /// In the order in which the levels are tried.
    static List<OverviewView.RuleLine> of(StatusRule rule) {
        return rule.levels().stream()
                .map(level -> new OverviewView.RuleLine(
                        StatusTag.of(level.level(), level.colour(), level.title()),
                        always(level.when()) ? Text.EMPTY : WORDS.of(level.when())))
                .toList();
    }

    /// Conditions that hold, as one list; empty where there is nothing to say.
    static Text of(List<Expr> conditions) {
        List<Text> said = conditions.stream().filter(c -> !always(c)).map(WORDS::of).toList();
        return new Text(joined(said, Language.ZH, "；"), joined(said, Language.EN, "; "));
    }

    private static String joined(List<Text> said, Language language, String between) {
        return said.stream().map(text -> text.in(language)).collect(Collectors.joining(between));
    }

    private static boolean always(Expr condition) {
        return condition instanceof Expr.Literal;
    }
}
