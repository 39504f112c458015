package org.luoshi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a visitor reads off our own pages. Not a parser: it knows how jte writes attributes.
final class Html {

    private static final Pattern TAG = Pattern.compile("<(a|select|option|input)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");

    private Html() {}

    /// Where links lead, in the order of the page.
    static List<String> links(String page) {
        var links = new ArrayList<String>();
        tags(page, "a").forEach(it -> {
            if (it.containsKey("href")) links.add(it.get("href"));
        });
        return links.stream().distinct().toList();
    }

    /// The link marked `rel`, or empty.
    static String related(String page, String rel) {
        return tags(page, "a").stream()
                .filter(it -> rel.equals(it.get("rel")))
                .map(it -> it.getOrDefault("href", ""))
                .findFirst()
                .orElse("");
    }

    /// Choices of the page's selections: name → values that say something.
    static Map<String, List<String>> choices(String page) {
        var choices = new LinkedHashMap<String, List<String>>();
        var name = "";
        for (var matcher = TAG.matcher(page); matcher.find(); ) {
            var attributes = attributes(matcher.group(2));
            if (matcher.group(1).equals("select")) name = attributes.getOrDefault("name", "");
            var value = attributes.getOrDefault("value", "");
            if (matcher.group(1).equals("option") && !name.isEmpty() && !value.isEmpty())
                choices.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
        }
        return choices;
    }

    /// @throws IllegalStateException if the page has no such field
    static String hidden(String page, String name) {
        return tags(page, "input").stream()
                .filter(it -> name.equals(it.get("name")))
                .map(it -> it.getOrDefault("value", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the page has no field " + name));
    }

    private static List<Map<String, String>> tags(String page, String name) {
        return TAG.matcher(page).results().filter(it -> it.group(1).equals(name)).map(it -> attributes(it.group(2))).toList();
    }

    private static Map<String, String> attributes(String inside) {
        var attributes = new LinkedHashMap<String, String>();
        for (var matcher = ATTRIBUTE.matcher(inside); matcher.find(); )
            attributes.put(matcher.group(1), plain(matcher.group(2)));
        return attributes;
    }

    private static String plain(String escaped) {
        return escaped.replace("&#34;", "\"").replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&amp;", "&");
    }
}
