package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.LOOSE_FIGURE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.OPEN_SLOT;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_BOUND;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.pack.BriefingFunction;
import org.luoshi.pack.BriefingLayout.Part;
import org.luoshi.pack.expression.Expr;

/// Takes a briefing's text apart into words, bindings and literals. Digits outside a binding are told.
final class ProseReader {

    private static final Pattern DIGITS = Pattern.compile("[0-9０-９][0-9０-９.,，%％年月日/-]*");
    private static final Pattern LITERAL = Pattern.compile("\\s*literal\\(\\s*'([^']*)'\\s*\\)\\s*");
    /// A bound indicator by its id, as the first argument.
    private static final Pattern INDICATOR = Pattern.compile("\\b(value|value_of|change)\\(\\s*'([^']*)'");

    private final World world;
    private final Draft draft;
    private final Scalar scalar;
    private final Findings findings;
    private final List<Part> parts = new ArrayList<>();
    private final TreeSet<String> bindings = new TreeSet<>();
    private boolean whole = true;

    ProseReader(World world, Draft draft, Scalar scalar) {
        this.world = world;
        this.draft = draft;
        this.scalar = scalar;
        this.findings = world.findings();
    }

    BriefingBinder.Prose read() {
        String text = scalar.text();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            int close = open < 0 ? -1 : text.indexOf("}}", open);
            words(text.substring(at, open < 0 ? text.length() : open), at);
            if (open < 0) break;
            if (close < 0) {
                whole = false;
                findings.report(OPEN_SLOT.at(scalar.span(offset(open), offset(open) + 2)));
                break;
            }
            slot(text.substring(open + 2, close), open + 2);
            at = close + 2;
        }
        return new BriefingBinder.Prose(parts, bindings, whole);
    }

    private void words(String words, int at) {
        if (words.isEmpty()) return;
        parts.add(new Part.Words(words));
        Matcher digits = DIGITS.matcher(words);
        while (digits.find()) {
            whole = false;
            findings.report(LOOSE_FIGURE
                    .at(scalar.span(offset(at + digits.start()), offset(at + digits.end())))
                    .with("digits", digits.group()));
        }
    }

    private void slot(String source, int at) {
        Matcher literal = LITERAL.matcher(source);
        if (literal.matches()) {
            parts.add(new Part.Literal(literal.group(1)));
            return;
        }
        Expressions expressions = new Expressions(world, draft);
        Optional<Expr> bound = expressions.slot(scalar, source, offset(at), BriefingFunction.hosts());
        whole &= bound.isPresent();
        if (bound.isPresent()) knownIndicators(source, at);
        bindings.add(source.replace(" ", ""));
        bound.ifPresent(b -> parts.add(new Part.Binding(b)));
    }

    private void knownIndicators(String source, int at) {
        Matcher named = INDICATOR.matcher(source);
        while (named.find()) {
            String id = named.group(2);
            String pack = id.contains(".") ? id.substring(0, id.indexOf('.')) : draft.id();
            String local = id.substring(id.indexOf('.') + 1);
            Draft owner = pack.equals(draft.id()) || draft.depends().contains(pack)
                    ? world.packs().get(pack)
                    : null;
            draft.used().add(pack);
            if (owner != null && owner.declared(IndicatorForm.CONSTRUCT).containsKey(local)) continue;
            whole = false;
            List<String> known = world.indicators().keySet().stream()
                    .filter(q -> q.pack().equals(draft.id()) || draft.depends().contains(q.pack()))
                    .map(q -> q.pack().equals(draft.id()) ? q.name() : q.toString())
                    .toList();
            findings.report(UNKNOWN_BOUND
                    .at(scalar.span(offset(at + named.start(2)), offset(at + named.end(2))))
                    .with("name", id)
                    .with("meant", Members.meant(id, known)));
        }
    }

    /// Code points before the character at `index`.
    private int offset(int index) {
        return scalar.text().codePointCount(0, index);
    }
}
