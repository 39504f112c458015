package org.luoshi.process.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.FieldError;

/// What was asked of a case cannot be done as it was asked: ends the transaction, and is told.
final class NotPossible extends RuntimeException {

    private final transient List<FieldError> errors;

    NotPossible(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    /// @param field beside which to say it; null for the case as a whole
    NotPossible(@Nullable String field, Text text) {
        this(List.of(new FieldError(field, text)));
    }

    List<FieldError> errors() {
        return errors;
    }
}
