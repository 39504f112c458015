package org.luoshi.attachment;

import org.luoshi.kernel.text.Text;

/// What came of giving a file.
public sealed interface Taking {

    /// It is on disk.
    record Taken(Attachment file) implements Taking {}

    /// Nothing of it is kept.
    record Refused(Text why) implements Taking {}
}
