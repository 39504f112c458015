package org.luoshi.pack.process;

/// Something that happens to a case and moves a clock.
public sealed interface Trigger {

    /// As packs write it, and as the ledger of a clock keeps it.
    default String written() {
        return switch (this) {
            case Applied() -> "applied";
            case Acted(String step, String action) -> step + "." + action;
            case Ended(String end) -> "end." + end;
        };
    }

    /// The case was applied for.
    record Applied() implements Trigger {}

    /// A step was finished by an action. Written `step.action`.
    record Acted(String step, String action) implements Trigger {}

    /// The case came to an end of the drawing. Written `end.element`.
    record Ended(String end) implements Trigger {}
}
