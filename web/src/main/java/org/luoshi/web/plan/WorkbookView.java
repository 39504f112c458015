package org.luoshi.web.plan;

import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;

/// Taking in an edited workbook of the plan.
///
/// @param stage `choose`, `would` (a dry run without objections), `written`, `same`, `conflict` or `refused`
/// @param changes what the workbook changes, or changed
/// @param theirs only for a conflict: what others changed since the workbook was written
/// @param problems by sheet and cell
public record WorkbookView(
        String stage,
        List<BaselinesView.Difference> changes,
        List<BaselinesView.Difference> theirs,
        List<Problem> problems,
        List<FormError> errors) {

    public record Problem(String where, Text message) {}
}
