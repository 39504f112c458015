package org.luoshi.process;

import org.jspecify.annotations.Nullable;
import org.luoshi.attachment.Attachment;

/// A file of a case.
///
/// @param field id of the process's attachment
/// @param step at which it came; null where with the application
public record CaseAttachment(Attachment file, String field, @Nullable String step) {}
