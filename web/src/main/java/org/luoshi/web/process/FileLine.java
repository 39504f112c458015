package org.luoshi.web.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A file, for a page.
///
/// @param title of the form's field
/// @param notes what is told of it before it is opened
/// @param open address; null where the viewer may not open it
/// @param logged whether opening it is logged, and so asked for with a button
public record FileLine(
        long id,
        Text title,
        String name,
        String size,
        List<Text> notes,
        @Nullable Text came,
        @Nullable String open,
        boolean logged) {}
