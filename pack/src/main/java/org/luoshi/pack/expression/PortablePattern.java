package org.luoshi.pack.expression;

import java.util.Optional;

/// Regular expressions that mean the same to Java and to PostgreSQL.
///
/// The common part is small: look-around, back references, lazy quantifiers, Unicode classes and modes differ. `\d`,
/// `\w` and `\s` are the ASCII ones, `.` is any character, `$` the very end.
final class PortablePattern {

    private static final String ESCAPABLE = ".*+?()[]{}|^$\\/-";
    private static final int MOST_REPEATS = 255;

    private PortablePattern() {}

    /// The first part that is not portable, or empty.
    static Optional<String> foreignPart(String pattern) {
        return new Reader(pattern).read();
    }

    /// The pattern as both engines read it: shorthands spelled out.
    static String spelledOut(String pattern) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                char escaped = pattern.charAt(++i);
                String range = switch (escaped) {
                    case 'd' -> "0-9";
                    case 'w' -> "A-Za-z0-9_";
                    case 's' -> " \t\n\r\f";
                    default -> "";
                };
                if (range.isEmpty()) out.append('\\').append(escaped);
                else out.append(inClass ? range : "[" + range + "]");
            } else {
                if (c == '[') inClass = true;
                if (c == ']') inClass = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    private static final class Reader {

        private final String pattern;
        private int at;
        private int depth;

        Reader(String pattern) {
            this.pattern = pattern;
        }

        Optional<String> read() {
            boolean repeatable = false;
            boolean branchEmpty = true;
            while (at < pattern.length()) {
                int from = at;
                char c = pattern.charAt(at++);
                switch (c) {
                    case '\\' -> {
                        if (!escape()) return foreign(from);
                        repeatable = true;
                    }
                    case '[' -> {
                        if (!bracket()) return foreign(from);
                        repeatable = true;
                    }
                    case '(' -> {
                        if (at < pattern.length() && pattern.charAt(at) == '?') return foreign(from);
                        depth++;
                        repeatable = false;
                    }
                    case ')' -> {
                        if (depth-- == 0 || branchEmpty) return foreign(from);
                        repeatable = true;
                    }
                    case '|' -> {
                        if (branchEmpty) return foreign(from);
                        repeatable = false;
                    }
                    case '*', '+', '?', '{' -> {
                        if (!repeatable || c == '{' && !bounds()) return foreign(from);
                        repeatable = false;
                    }
                    case '}', ']' -> {
                        return foreign(from);
                    }
                    case '^', '$' -> repeatable = false;
                    default -> repeatable = true;
                }
                branchEmpty = c == '(' || c == '|';
            }
            return depth > 0 || branchEmpty && !pattern.isEmpty() ? foreign(pattern.length() - 1) : Optional.empty();
        }

        private boolean escape() {
            if (at >= pattern.length()) return false;
            char c = pattern.charAt(at++);
            return ESCAPABLE.indexOf(c) >= 0 || c == 'd' || c == 'w' || c == 's';
        }

        /// Members and ranges; no nested sets, no named classes, no `&&`.
        private boolean bracket() {
            if (at < pattern.length() && pattern.charAt(at) == '^') at++;
            int members = 0;
            int low = -1;
            while (at < pattern.length()) {
                int c = pattern.codePointAt(at);
                at += Character.charCount(c);
                if (c == ']') return members > 0;
                if (c == '[' || c == '&' || c == '^') return false;
                boolean shorthand = false;
                if (c == '\\') {
                    if (!escape()) return false;
                    c = pattern.charAt(at - 1);
                    shorthand = Character.isLetter(c);
                } else if (c == '-') {
                    boolean between = low >= 0 && at < pattern.length() && pattern.charAt(at) != ']';
                    if (!between || !upper(low)) return false;
                    low = -1;
                    continue;
                }
                low = shorthand ? -1 : c;
                members++;
            }
            return false;
        }

        private boolean upper(int low) {
            int high = pattern.codePointAt(at);
            if (high == '[' || high == '\\' || high == '-' || high < low) return false;
            at += Character.charCount(high);
            return true;
        }

        private boolean bounds() {
            int close = pattern.indexOf('}', at);
            if (close < 0) return false;
            String inside = pattern.substring(at, close);
            at = close + 1;
            if (!inside.matches("[0-9]{1,3}(,([0-9]{1,3})?)?")) return false;
            String[] ends = inside.split(",", -1);
            int least = Integer.parseInt(ends[0]);
            int most = ends.length > 1 && !ends[1].isEmpty() ? Integer.parseInt(ends[1]) : least;
            return least <= most && most <= MOST_REPEATS;
        }

        private Optional<String> foreign(int from) {
            int to = Math.min(pattern.length(), Math.max(at, from + 1));
            return Optional.of(pattern.substring(Math.max(0, from), to));
        }
    }
}
