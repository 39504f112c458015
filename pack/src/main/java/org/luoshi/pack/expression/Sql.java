package org.luoshi.pack.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/// A piece of SQL with the values of its `?` in order. Values are never written into the text.
public record Sql(String text, List<Object> bindings) {

    public Sql {
        bindings = List.copyOf(bindings);
    }

    public static Sql of(String text, Object... bindings) {
        return new Sql(text, List.of(bindings));
    }

    /// Fills each `#` of the template with the next piece.
    public static Sql template(String template, Sql... pieces) {
        StringBuilder text = new StringBuilder();
        List<Object> bindings = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '#') {
                text.append(pieces[next].text);
                bindings.addAll(pieces[next].bindings);
                next++;
            } else {
                text.append(c);
            }
        }
        if (next != pieces.length)
            throw new IllegalArgumentException("%d pieces for `%s`".formatted(pieces.length, template));
        return new Sql(text.toString(), bindings);
    }

    public static Sql join(String separator, Collection<Sql> pieces) {
        StringBuilder text = new StringBuilder();
        List<Object> bindings = new ArrayList<>();
        for (Iterator<Sql> all = pieces.iterator(); all.hasNext(); ) {
            Sql piece = all.next();
            text.append(piece.text);
            bindings.addAll(piece.bindings);
            if (all.hasNext()) text.append(separator);
        }
        return new Sql(text.toString(), bindings);
    }

    public Sql then(String more) {
        return new Sql(text + more, bindings);
    }

    public Sql then(Sql more) {
        return join("", List.of(this, more));
    }

    /// An identifier in double quotes.
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text + " " + bindings;
    }
}
