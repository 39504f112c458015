package org.luoshi.kernel.diagnostic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The texts that diagnostics point into.
///
/// A byte order mark is no character of the file, so columns on line 1 agree with what an editor shows.
public final class Sources {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, List<String>> lines = new ConcurrentHashMap<>();

    public Sources() {}

    /// @param texts file (as in [Span#file]) to its text
    public Sources(Map<String, String> texts) {
        texts.forEach(this::add);
    }

    public void add(String file, String text) {
        texts.put(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        lines.remove(file);
    }

    public Optional<String> text(String file) {
        return Optional.ofNullable(texts.get(file));
    }

    /// One line without its end, or empty when there is no such file or line.
    ///
    /// @param line from 1
    public Optional<String> line(String file, int line) {
        String text = texts.get(file);
        if (text == null || text.isEmpty()) return Optional.empty();
        List<String> all = lines.computeIfAbsent(file, unused -> List.of(LINE_END.split(text, -1)));
        return line <= all.size() ? Optional.of(all.get(line - 1)) : Optional.empty();
    }
}
