package org.luoshi.attachment;

/// A file of a form that is not sent yet.
///
/// @param field of the form
public record DraftFile(String field, Attachment file) {}
