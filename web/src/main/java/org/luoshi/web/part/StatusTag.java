package org.luoshi.web.part;

import java.util.Locale;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule;

/// A computed status as shape, word and colour.
///
/// @param colour lower case; gives the shape as well
/// @param mark drawn inside a ring, where two statuses share the colour: `done`, `ahead` or nothing
public record StatusTag(String id, String colour, String mark, Text title) {

    public static StatusTag of(StatusRule.Status status, StatusRule.Colour colour, Text title) {
        String mark =
                switch (status) {
                    case DONE -> "done";
                    case AHEAD -> "ahead";
                    default -> "";
                };
        return new StatusTag(
                status.name().toLowerCase(Locale.ROOT), colour.name().toLowerCase(Locale.ROOT), mark, title);
    }
}
