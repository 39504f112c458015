package org.luoshi.plan.status;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule;
import org.luoshi.pack.expression.Expr;
import org.luoshi.plan.forecast.Outlook;

/// A commitment's computed status, with what it follows from.
///
/// @param levelTitle the level's name in the rule, e.g. 滞后
/// @param reason one sentence with the numbers
/// @param causes of the level's alternative conditions those that hold
/// @param path absent for a commitment without a figure
/// @param actual the latest figure; absent without data
/// @param expected what the path asks for on the day of the latest figure
/// @param outlook absent for a commitment without a figure
public record Assessment(
        StatusRule.Status status,
        StatusRule.Colour colour,
        Text levelTitle,
        Text reason,
        List<Expr> causes,
        Circumstances circumstances,
        @Nullable TargetPath path,
        Facts.@Nullable Actual actual,
        @Nullable BigDecimal expected,
        @Nullable Outlook outlook,
        List<MilestoneFinding> milestones) {

    public Assessment {
        causes = List.copyOf(causes);
        milestones = List.copyOf(milestones);
    }
}
