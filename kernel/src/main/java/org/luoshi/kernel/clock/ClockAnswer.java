package org.luoshi.kernel.clock;

/// What comes of an event that is brought to a clock.
public sealed interface ClockAnswer {

    /// @param clock with the event in its ledger
    record Recorded(LegalClock clock) implements ClockAnswer {}

    /// Nothing was recorded.
    record Refused(ClockRefusal refusal) implements ClockAnswer {}

    /// For where a refusal is our own broken promise.
    ///
    /// @throws IllegalStateException when refused
    default LegalClock orThrow() {
        return switch (this) {
            case Recorded(LegalClock clock) -> clock;
            case Refused(ClockRefusal refusal) ->
                throw new IllegalStateException(refusal.text().en());
        };
    }
}
