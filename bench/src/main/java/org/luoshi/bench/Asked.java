package org.luoshi.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The options of one run, such as `--runs 5`.
record Asked(Map<String, String> options) {

    Asked {
        options = Map.copyOf(options);
    }

    /// @throws IllegalArgumentException if a word is neither an option nor an option's value
    static Asked of(List<String> words) {
        var options = new LinkedHashMap<String, String>();
        for (var i = 0; i < words.size(); i += 2) {
            if (!words.get(i).startsWith("--") || i + 1 == words.size())
                throw new IllegalArgumentException("`%s`: options are written --name value".formatted(words.get(i)));
            options.put(words.get(i).substring(2), words.get(i + 1));
        }
        return new Asked(options);
    }

    int number(String name, int otherwise) {
        var written = options.get(name);
        return written == null ? otherwise : Integer.parseInt(written.replace("_", ""));
    }

    String text(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /// Seed of everything random.
    long seed() {
        return number("seed", 20_250_922);
    }
}
