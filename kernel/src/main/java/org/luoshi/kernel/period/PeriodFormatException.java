package org.luoshi.kernel.period;

import org.luoshi.kernel.text.Text;

/// A period id that we ourselves should have known to be right is wrong.
///
/// For what people write use [Period#read], which reports instead of throwing.
public final class PeriodFormatException extends IllegalArgumentException {

    private final transient Text reason;

    PeriodFormatException(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    public Text reason() {
        return reason;
    }
}
