package org.luoshi.compiler.internal.bind;

import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.bpmn.BpmnFile;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.kernel.diagnostic.Span;

/// The drawing of a process.
///
/// @param path from the pack's folder
/// @param file path for reports, beginning with the pack's id
/// @param drawn null when it could not be read: then that has been told
record DrawingFile(String path, String file, String text, @Nullable BpmnFile drawn) {

    /// Id of the process that it draws.
    String name() {
        return Construct.nameOf(path);
    }

    Span whole() {
        return Span.ofFile(file);
    }
}
