package org.luoshi.compiler.internal.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.kernel.diagnostic.Position;
import org.luoshi.kernel.diagnostic.Span;

/// The text of an XML file with its places: offsets in `char`s to lines and columns in code points.
final class XmlText {

    private static final Pattern REFERENCE = Pattern.compile("&(#x?[0-9A-Fa-f]+|[a-z]+);");

    private final String file;
    private final String text;
    private final int[] lineStarts;

    XmlText(String file, String text) {
        this.file = file;
        this.text = text;
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') starts.add(i + 1);
        }
        this.lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    Span span(int from, int to) {
        int end = Math.min(to, lineEnd(from));
        return new Span(file, position(from), position(Math.max(from, end)));
    }

    /// The start tags in document order: the parser tells of elements in the same order, but of their places not exactly.
    List<Tag> startTags() {
        List<Tag> tags = new ArrayList<>();
        int at = 0;
        while ((at = text.indexOf('<', at)) >= 0) {
            if (text.startsWith("<!--", at)) at = after("-->", at);
            else if (text.startsWith("<![CDATA[", at)) at = after("]]>", at);
            else if (text.startsWith("<?", at)) at = after("?>", at);
            else if (text.startsWith("</", at)) at = after(">", at);
            else {
                int end = tagEnd(at);
                tags.add(new Tag(at, end));
                at = end;
            }
        }
        return tags;
    }

    /// Attribute values may hold a `>`.
    private int tagEnd(int start) {
        char quote = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at + 1;
            }
        }
        return text.length();
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private Position position(int offset) {
        int at = Math.clamp(offset, 0, text.length());
        int line = java.util.Arrays.binarySearch(lineStarts, at);
        if (line < 0) line = -line - 2;
        return new Position(line + 1, text.codePointCount(lineStarts[line], at) + 1);
    }

    private int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        if (end < 0) return text.length();
        return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// A start tag.
    final class Tag {

        private final int from;
        private final int to;

        private Tag(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /// The value of an attribute, or the name of the element where it has none such.
        Span attribute(String name) {
            Matcher found = Pattern.compile("[\\s]" + Pattern.quote(name) + "\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL)
                    .matcher(text)
                    .region(from, to);
            return found.find() && found.end(2) > found.start(2) ? span(found.start(2), found.end(2)) : element();
        }

        /// `<bpmn:userTask`.
        Span element() {
            int end = from + 1;
            while (end < to && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '>' && text.charAt(end) != '/') end++;
            return span(from, end);
        }

        /// What stands between this tag and the next one.
        Content content() {
            int end = text.indexOf("</", to);
            return new Content(to, end < 0 ? text.length() : end);
        }
    }

    /// Character content, with the place of each of its characters.
    final class Content {

        private final StringBuilder read = new StringBuilder();
        /// Offset in the file of each code point read, and of the end.
        private final List<Integer> places = new ArrayList<>();

        private Content(int from, int to) {
            int start = from;
            int end = to;
            if (text.startsWith("<![CDATA[", skipSpace(from, to))) {
                start = skipSpace(from, to) + "<![CDATA[".length();
                int close = text.indexOf("]]>", start);
                end = close < 0 ? to : close;
                plain(start, end);
            } else {
                escaped(start, end);
            }
            places.add(end);
        }

        String text() {
            return read.toString().strip();
        }

        /// @param from offset of the first code point in [#text]
        Span span(int from, int to) {
            String all = read.toString();
            int lead = all.codePointCount(0, all.length() - all.stripLeading().length());
            int last = places.size() - 1;
            return XmlText.this.span(places.get(Math.min(lead + from, last)), places.get(Math.min(lead + to, last)));
        }

        private int skipSpace(int from, int to) {
            int at = from;
            while (at < to && Character.isWhitespace(text.charAt(at))) at++;
            return at;
        }

        private void plain(int from, int to) {
            for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
                read.appendCodePoint(text.codePointAt(at));
                places.add(at);
            }
        }

        private void escaped(int from, int to) {
            Matcher reference = REFERENCE.matcher(text).region(from, to);
            int at = from;
            while (at < to) {
                if (text.charAt(at) == '&' && reference.find(at) && reference.start() == at) {
                    character(reference.group(1)).ifPresent(read::appendCodePoint);
                    places.add(at);
                    at = reference.end();
                } else {
                    read.appendCodePoint(text.codePointAt(at));
                    places.add(at);
                    at += Character.charCount(text.codePointAt(at));
                }
            }
        }

        private static Optional<Integer> character(String name) {
            return switch (name) {
                case "lt" -> Optional.of((int) '<');
                case "gt" -> Optional.of((int) '>');
                case "amp" -> Optional.of((int) '&');
                case "quot" -> Optional.of((int) '"');
                case "apos" -> Optional.of((int) '\'');
                default -> name.startsWith("#x")
                        ? Optional.of(Integer.parseInt(name.substring(2), 16))
                        : name.startsWith("#") ? Optional.of(Integer.parseInt(name.substring(1))) : Optional.empty();
            };
        }
    }
}
