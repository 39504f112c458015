package org.luoshi.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// The message catalogue: every word a page says that is not data.
///
/// Slots are `{0}`, `{1}`, …; `{0#day|days}` is one word or the other, by whether slot 0 is 1. Nothing else is special,
/// so apostrophes need no doubling.
public final class Messages {

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d)#([^|{}]*)\\|([^{}]*)}");

    private final Properties zh = read("messages_zh.properties");
    private final Properties en = read("messages_en.properties");

    /// @throws IllegalArgumentException for a key that is not in the catalogue: a mistake in our own page
    public String say(Language language, String key, Object... slots) {
        String words = in(language).getProperty(key);
        if (words == null) throw new IllegalArgumentException("no message `" + key + "` in " + language);
        if (words.contains("#")) words = counted(words, slots);
        for (int i = 0; i < slots.length; i++) {
            words = fill(words, "{" + i + "}", String.valueOf(slots[i]));
        }
        return words;
    }

    /// Chooses the words that go with a number.
    private static String counted(String words, Object... slots) {
        return COUNTED.matcher(words).replaceAll(found -> {
            int slot = Integer.parseInt(found.group(1));
            boolean one = slot < slots.length && String.valueOf(slots[slot]).equals("1");
            return Matcher.quoteReplacement(found.group(one ? 2 : 3));
        });
    }

    /// Quotation marks within quotation marks are the other ones.
    private static String fill(String words, String slot, String value) {
        String inner = value.replace('“', '‘').replace('”', '’');
        return words.replace("“" + slot + "”", "“" + inner + "”").replace(slot, value);
    }

    /// For words of codes that others may add to.
    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable(in(language).getProperty(key));
    }

    public Text text(String key, Object... slots) {
        return new Text(say(Language.ZH, key, slots), say(Language.EN, key, slots));
    }

    Set<String> keys(Language language) {
        return in(language).stringPropertyNames();
    }

    private Properties in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("/org/luoshi/web/" + name)) {
            if (in == null) throw new IllegalStateException("no resource " + name);
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
