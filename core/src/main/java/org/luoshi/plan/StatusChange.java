package org.luoshi.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule;

/// A commitment's status became another.
///
/// @param day first day judged so
/// @param from absent at the first judgement
/// @param reason why, as judged on that day
public record StatusChange(
        String commitment,
        LocalDate day,
        StatusRule.@Nullable Status from,
        StatusRule.Status to,
        Text reason) {}
