package org.luoshi.web.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure with its unit and age.
///
/// @param value as written, `—` where unknown
/// @param age from when it is; empty where it goes without saying
/// @param stale past its period: grey, with a clock
/// @param href where it is explained
/// @param marks what one should know before one believes it
public record FigureTile(
        String name,
        String value,
        String unit,
        String age,
        boolean stale,
        @Nullable String href,
        List<FigureMark> marks) {

    public FigureTile {
        marks = List.copyOf(marks);
    }

    public FigureTile(String name, String value, String unit, String age, boolean stale, @Nullable String href) {
        this(name, value, unit, age, stale, href, List.of());
    }

    public FigureTile with(List<FigureMark> more) {
        return new FigureTile(name, value, unit, age, stale, href, more);
    }
}
