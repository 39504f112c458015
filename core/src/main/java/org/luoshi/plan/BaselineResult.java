package org.luoshi.plan;

import org.luoshi.kernel.text.Text;

/// What came of freezing or approving.
public sealed interface BaselineResult {

    record Done(Baseline baseline) implements BaselineResult {}

    record Refused(Text reason) implements BaselineResult {}
}
