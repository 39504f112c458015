package org.luoshi.briefing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A stretch of prose in one language.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Run {

    /// Words without a figure.
    record Words(String text) implements Run {}

    /// Digits that are no figure: a document's number, a date in its name.
    record Quoted(String text) implements Run {}

    record Shown(Figure figure) implements Run {}
}
