package org.luoshi.compiler.internal.mistake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Label;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// A mistake at its place, with the slots of its words filled.
public final class Finding {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z_]+)}");

    private final Mistake mistake;
    private final Span span;
    private final Map<String, Text> slots = new HashMap<>();
    private final List<Span> others = new ArrayList<>();

    Finding(Mistake mistake, Span span) {
        this.mistake = mistake;
        this.span = span;
    }

    /// Fills a slot with something that reads the same in both languages: an identifier, a number, a date.
    public Finding with(String slot, Object value) {
        return with(slot, Text.same(Printable.of(String.valueOf(value))));
    }

    public Finding with(String slot, Text value) {
        slots.put(slot, value);
        return this;
    }

    /// Fills a slot where we know it; what depends on it is not shown otherwise.
    public Finding with(String slot, Optional<?> value) {
        value.ifPresent(known -> {
            if (known instanceof Text text) with(slot, text);
            else with(slot, (Object) known);
        });
        return this;
    }

    /// The other side of the conflict.
    public Finding other(Span place) {
        others.add(place);
        return this;
    }

    public Diagnostic toDiagnostic() {
        Text headline = fill(mistake.headline())
                .orElseThrow(() -> new IllegalStateException("%s: a slot of `%s` is open, filled are %s"
                        .formatted(mistake.code(), mistake.headline().en(), slots.keySet())));
        Text label = Optional.ofNullable(mistake.label()).flatMap(this::fill).orElse(Text.EMPTY);
        Text other = Optional.ofNullable(mistake.other()).flatMap(this::fill).orElse(Text.EMPTY);
        return new Diagnostic(
                mistake.code(),
                mistake.severity(),
                headline,
                new Label(span, label),
                others.stream().map(place -> new Label(place, other)).toList(),
                filled(mistake.notes()),
                filled(mistake.helps()));
    }

    private List<Text> filled(List<Text> templates) {
        return templates.stream().flatMap(t -> fill(t).stream()).toList();
    }

    private Optional<Text> fill(Text template) {
        Optional<String> zh = fill(template.zh(), Language.ZH);
        Optional<String> en = fill(template.en(), Language.EN);
        return zh.isPresent() && en.isPresent() ? Optional.of(new Text(zh.get(), en.get())) : Optional.empty();
    }

    private Optional<String> fill(String template, Language language) {
        StringBuilder out = new StringBuilder();
        Matcher slot = SLOT.matcher(template);
        while (slot.find()) {
            Text value = slots.get(slot.group(1));
            if (value == null) return Optional.empty();
            slot.appendReplacement(out, Matcher.quoteReplacement(value.in(language)));
        }
        return Optional.of(slot.appendTail(out).toString());
    }
}
