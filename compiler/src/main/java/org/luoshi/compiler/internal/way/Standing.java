package org.luoshi.compiler.internal.way;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that matters of a case for what can happen to it next.
///
/// @param tokens where its branches are; none once it is over
/// @param clocks those that have started
/// @param used actions allowed once that were done, as `step.action`
/// @param asked of the fields that say whose a step is, those that some form on the way has asked for
public record Standing(List<Token> tokens, Map<String, Hand> clocks, Set<String> used, Set<String> asked) {

    public Standing {
        tokens = tokens.stream().sorted(Comparator.comparing(Token::toString)).toList();
        clocks = Map.copyOf(clocks);
        used = Set.copyOf(used);
        asked = Set.copyOf(asked);
    }

    public boolean over() {
        return tokens.isEmpty();
    }
}
