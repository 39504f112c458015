package org.luoshi.plan;

import org.luoshi.kernel.text.Text;

/// What came of writing, editing or deleting a comment.
public sealed interface CommentResult {

    record Done(Comment comment) implements CommentResult {}

    record Refused(Text reason) implements CommentResult {}
}
