package org.luoshi.kernel.clock;

import org.luoshi.kernel.text.Text;

/// How a limit may be extended 延长: once.
///
/// @param maxDays at most as many, counted as the limit itself; at least 1
/// @param approver id of the role that may approve it
/// @param approverTitle for example 本行政机关负责人
public record ExtensionRule(int maxDays, String approver, Text approverTitle) {

    public ExtensionRule {
        if (maxDays < 1) throw new IllegalArgumentException("an extension of at most %d days".formatted(maxDays));
    }
}
