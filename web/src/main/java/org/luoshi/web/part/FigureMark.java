package org.luoshi.web.part;

import org.jspecify.annotations.Nullable;

/// What one should know before one believes a figure, in words: that it is late, that parts are missing, that items of data
/// quality are open.
///
/// @param href where that is told in full; null where there is nothing more to tell
public record FigureMark(String words, @Nullable String href) {}
