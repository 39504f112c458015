package org.luoshi.web.process;

import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;
import org.luoshi.web.register.FormView;

/// An application's form.
///
/// @param mark of this form, so that sent twice it is one application
/// @param saved whether it was filled from a saved draft
public record ApplyView(
        String path,
        Text title,
        Text about,
        List<FormView.Input> inputs,
        List<FileInput> files,
        List<FormError> errors,
        String mark,
        boolean saved) {}
