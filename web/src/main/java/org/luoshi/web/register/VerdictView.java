package org.luoshi.web.register;

import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FormError;

/// What was entered, to be read, and what a verifier sets.
///
/// @param version that the verifier has read
public record VerdictView(
        String path,
        Text register,
        long id,
        int version,
        String label,
        List<RecordView.Line> facts,
        List<FormView.Input> inputs,
        List<FormError> errors) {}
