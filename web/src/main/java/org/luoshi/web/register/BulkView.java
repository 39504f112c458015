package org.luoshi.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FormError;

/// One field of many records, in two steps: which field, which value.
///
/// @param records `id:version` of each record chosen
/// @param labels what the first of them are called
/// @param input null until a field is chosen
public record BulkView(
        String path,
        Text register,
        List<String> records,
        List<String> labels,
        List<Option> fields,
        FormView.@Nullable Input input,
        List<FormError> errors) {}
