package org.luoshi.kernel.clock.acceptance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// Something that happened between an application's receipt and its acceptance.
public sealed interface AcceptanceEvent {

    LocalDateTime at();

    default LocalDate on() {
        return at().toLocalDate();
    }

    /// 一次性告知 of everything that is missing.
    ///
    /// @param number of the notice
    /// @param items all that must be supplemented, at least one
    record Noticed(LocalDateTime at, String number, List<String> items) implements AcceptanceEvent {
        public Noticed {
            items = List.copyOf(items);
        }
    }

    /// 补正 by the applicant.
    ///
    /// @param complete whether it is all that the notice asked for: then the application must be accepted (art. 32(1)(5))
    record Supplemented(LocalDateTime at, boolean complete) implements AcceptanceEvent {}

    /// 受理.
    record Accepted(LocalDateTime at, String number) implements AcceptanceEvent {}

    /// 不予受理.
    record NotAccepted(LocalDateTime at, String number, String reason) implements AcceptanceEvent {}
}
