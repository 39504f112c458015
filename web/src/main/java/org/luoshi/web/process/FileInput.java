package org.luoshi.web.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A field of a form that takes files.
///
/// @param accept endings that the browser offers first, e.g. `.pdf,.png`
/// @param kept files that are there already, so that nothing is asked for twice
/// @param unscanned whether no virus scanner is set up
/// @param error in words, null where there is none
public record FileInput(
        String id,
        Text title,
        @Nullable Text help,
        Text limits,
        boolean required,
        boolean many,
        String accept,
        List<FileLine> kept,
        boolean unscanned,
        @Nullable Text error) {

    public String describedBy() {
        return "help-" + id + (error == null ? "" : " error-" + id);
    }
}
