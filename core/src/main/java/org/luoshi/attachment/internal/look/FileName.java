package org.luoshi.attachment.internal.look;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luoshi.pack.process.FileKind;

/// Names that people give to files.
public final class FileName {

    private static final int LONGEST = 150;
    private static final int LONGEST_SHOWN = 60;

    private FileName() {}

    /// A name without folders and without what cannot be seen or turns the writing round, ending as its kind does.
    ///
    /// @throws Unfit if it ends as another kind's
    public static String of(String given, FileKind kind) throws Unfit {
        String name = visible(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1));
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (kind.extensions().contains(ending)) {
            return shortened(dot == 0 ? "file" : name.substring(0, dot)) + "." + ending;
        }
        Optional<FileKind> other = FileKind.named(ending);
        if (other.isPresent()) {
            throw new Unfit(
                    "名字是 .%s，内容却是 %s".formatted(ending, kind.name()),
                    "it is called .%s, but its content is %s".formatted(ending, kind.name()));
        }
        return shortened(name.isBlank() ? "file" : name) + "." + kind.extensions().getFirst();
    }

    static String shown(String name) {
        String visible = visible(name);
        return visible.length() <= LONGEST_SHOWN ? visible : visible.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String shortened(String stem) {
        return stem.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String visible(String name) {
        return name.codePoints()
                .filter(c -> Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.LINE_SEPARATOR
                        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
    }
}
