package org.luoshi.compiler.internal.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Versions that fit all of some conditions: `>=1.0 <2.0`. Parts left out count as 0.
public record VersionRange(String written, List<Condition> conditions) {

    private static final Pattern FORM =
            Pattern.compile("(>=|<=|>|<|=)?([0-9]{1,6})(?:\\.([0-9]{1,6}))?(?:\\.([0-9]{1,6}))?");

    public VersionRange {
        conditions = List.copyOf(conditions);
    }

    record Condition(String operator, Version version) {
        boolean holds(Version other) {
            int order = other.compareTo(version);
            return switch (operator) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        }
    }

    public static Optional<VersionRange> read(String written) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : written.strip().split("\\s+", 20)) {
            Matcher form = FORM.matcher(part);
            if (!form.matches()) return Optional.empty();
            Version version = new Version(number(form.group(2)), number(form.group(3)), number(form.group(4)));
            conditions.add(new Condition(form.group(1) == null ? "=" : form.group(1), version));
        }
        return Optional.of(new VersionRange(written.strip(), conditions));
    }

    public boolean holds(Version version) {
        return conditions.stream().allMatch(c -> c.holds(version));
    }

    private static int number(String part) {
        return part == null ? 0 : Integer.parseInt(part);
    }

    @Override
    public String toString() {
        return written;
    }
}
