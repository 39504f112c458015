package org.luoshi.app.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.luoshi.kernel.text.EditDistance;

/// What the user wrote after the command's name.
///
/// @param plain   in order, without options
/// @param flags   options without a value that were given
/// @param options options with their values
public record Arguments(List<String> plain, Set<String> flags, Map<String, String> options) {

    /// `--name value` and `--name=value` mean the same; after `--` everything is plain.
    ///
    /// @throws Refusal for an option that the command does not know, or a missing value
    static Arguments read(Command command, List<String> words) {
        var plain = new ArrayList<String>();
        var flags = new LinkedHashSet<String>();
        var options = new LinkedHashMap<String, String>();
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (word.equals("--")) rest.forEachRemaining(plain::add);
            else if (!word.startsWith("-") || word.equals("-")) plain.add(word);
            else if (equals < 0 && command.flags().contains(word)) flags.add(word);
            else if (!command.options().contains(name)) throw unknown(command, name);
            else if (equals >= 0) options.put(name, word.substring(equals + 1));
            else if (rest.hasNext()) options.put(name, rest.next());
            else throw Refusal.usage("选项 " + name + " 后缺少值。", "Option " + name + " needs a value.");
        }
        return new Arguments(List.copyOf(plain), flags, options);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /// A day as `2025-09-01`.
    ///
    /// @throws Refusal where it is written otherwise
    public static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw Refusal.usage(
                    "日期写作 2025-09-01，不是 %s。".formatted(written), "A date is written 2025-09-01, not %s.".formatted(written));
        }
    }

    /// @throws Refusal unless there is exactly one plain argument
    public String single(String what) {
        if (plain.size() == 1) return plain.getFirst();
        throw Refusal.usage(
                "需要正好一个 %s，收到 %d 个。".formatted(what, plain.size()),
                "Exactly one %s is needed, got %d.".formatted(what, plain.size()));
    }

    private static Refusal unknown(Command command, String name) {
        var known = new TreeSet<>(command.flags());
        known.addAll(command.options());
        var near = EditDistance.suggestion(name, known);
        return Refusal.usage(
                "命令 %s 没有选项 %s。%s"
                        .formatted(command.name(), name, near.isEmpty() ? "" : "是否想写 " + near.get() + "?"),
                "Command %s has no option %s. %s"
                        .formatted(command.name(), name, near.isEmpty() ? "" : "Did you mean " + near.get() + "?"));
    }
}
