package org.luoshi.web.process;

import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;
import org.luoshi.web.register.FormView;

/// An application's form.
///
/// @param saved whether it was filled from a saved draft
public record ApplyView(
        String path, Text title, Text about, List<FormView.Input> inputs, List<FormError> errors, boolean saved) {}
