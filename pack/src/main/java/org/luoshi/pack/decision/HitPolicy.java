package org.luoshi.pack.decision;

/// What a decision table answers where several of its rules hit (DMN's hit policies).
public enum HitPolicy {
    /// No two rules ever hit together.
    UNIQUE,
    /// The first rule that hits, in the order written.
    FIRST,
    /// The rule whose answer stands first in the order of its output's values.
    PRIORITY,
    /// Rules may hit together where they answer alike.
    ANY,
    /// All answers, or what an [Aggregator] makes of them.
    COLLECT,
    /// All answers in the order in which the rules are written.
    RULE_ORDER,
    /// All answers in the order of their output's values.
    OUTPUT_ORDER;

    /// Whether every case must get an answer from a rule: who answers once and has nothing to say has a gap.
    public boolean answersOnce() {
        return compareTo(COLLECT) < 0;
    }

    /// Whether answers are put in the order of their output's values.
    public boolean ranks() {
        return this == PRIORITY || this == OUTPUT_ORDER;
    }
}
