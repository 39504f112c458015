package org.luoshi.compiler.internal.yaml;

import static org.luoshi.compiler.internal.mistake.FileMistakes.ANCHOR;
import static org.luoshi.compiler.internal.mistake.FileMistakes.DUPLICATE_KEY;
import static org.luoshi.compiler.internal.mistake.FileMistakes.EMPTY_FILE;
import static org.luoshi.compiler.internal.mistake.FileMistakes.KEY_NOT_TEXT;
import static org.luoshi.compiler.internal.mistake.FileMistakes.SEVERAL_DOCUMENTS;
import static org.luoshi.compiler.internal.mistake.FileMistakes.TAG;
import static org.luoshi.compiler.internal.mistake.FileMistakes.TOO_DEEP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node.Entries;
import org.luoshi.compiler.internal.yaml.Node.Entry;
import org.luoshi.compiler.internal.yaml.Node.Items;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Position;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one file into a tree, or tells why not.
public final class YamlReader {

    /// Levels of nesting; the deepest construct needs nine.
    public static final int DEEPEST = 32;

    private final String file;
    private final int[] points;
    private final Findings findings;
    private final Span whole;

    private YamlReader(String file, String text, Findings findings) {
        this.file = file;
        this.points = text.codePoints().toArray();
        this.findings = findings;
        this.whole = Span.ofFile(file);
    }

    /// @param file path for reports
    /// @param text without a byte order mark
    public static Optional<Node> read(String file, String text, Findings findings) {
        return new YamlReader(file, text, findings).read(text);
    }

    private Optional<Node> read(String text) {
        try {
            Iterator<Event> events = new Parse(settings(text)).parseString(text).iterator();
            return document(events);
        } catch (YamlEngineException broken) {
            findings.report(new SyntaxMistake(file, points).explain(broken));
            return Optional.empty();
        } catch (Stopped stopped) {
            return Optional.empty();
        }
    }

    /// The text is taken in one piece: between two pieces the library cannot divide a character of two `char`s.
    private static LoadSettings settings(String text) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(2 * 1024 * 1024)
                .setBufferSize(text.length() + 1)
                .build();
    }

    private Optional<Node> document(Iterator<Event> events) {
        Optional<Node> root = Optional.empty();
        boolean started = false;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent start) {
                if (started) {
                    findings.report(SEVERAL_DOCUMENTS.at(span(start)));
                    return Optional.empty();
                }
                started = true;
                root = Optional.of(node(events.next(), events, whole, 1));
            }
        }
        if (root.isEmpty() || root.get() instanceof Node.Empty) {
            findings.report(EMPTY_FILE.at(whole));
            return Optional.empty();
        }
        return root;
    }

    private Node node(Event event, Iterator<Event> events, Span anchor, int depth) {
        if (depth > DEEPEST) {
            findings.report(TOO_DEEP.at(span(event)).with("limit", DEEPEST));
            throw new Stopped();
        }
        refuseAnchorsAndTags(event);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, anchor);
            case SequenceStartEvent start -> items(start, events, anchor, depth);
            case MappingStartEvent start -> entries(start, events, anchor, depth);
            default -> new Node.Empty(span(event), anchor);
        };
    }

    private Node items(SequenceStartEvent start, Iterator<Event> events, Span anchor, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, events, firstLine(event), depth + 1));
            event = events.next();
        }
        return new Items(items, collection(start, event), anchor);
    }

    private Node entries(MappingStartEvent start, Iterator<Event> events, Span anchor, int depth) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Scalar> keys = new HashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            Node key = node(event, events, span(event), depth + 1);
            Node value = node(events.next(), events, key.span(), depth + 1);
            if (key instanceof Scalar scalar) {
                Scalar first = keys.putIfAbsent(scalar.text(), scalar);
                if (first == null) entries.add(new Entry(scalar, value));
                else
                    findings.report(DUPLICATE_KEY
                            .at(scalar.span())
                            .with("key", scalar.text())
                            .other(first.span()));
            } else if (!(key instanceof Node.Empty)) {
                findings.report(KEY_NOT_TEXT.at(key.span()).with("found", Kinds.of(key)));
            } else {
                findings.report(KEY_NOT_TEXT.at(key.span()).with("found", new Text("空的", "nothing")));
            }
            event = events.next();
        }
        return new Entries(entries, collection(start, event), anchor);
    }

    private Node scalar(ScalarEvent event, Span anchor) {
        Span span = span(event);
        String text = event.getValue();
        if (event.isPlain() && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"))) {
            return new Node.Empty(span, anchor);
        }
        Written.Style style = event.isPlain()
                ? Written.Style.PLAIN
                : event.isSQuoted()
                        ? Written.Style.SINGLE_QUOTED
                        : event.isDQuoted() ? Written.Style.DOUBLE_QUOTED : Written.Style.BLOCK;
        int start = start(event).getIndex();
        int end = event.getEndMark().orElseThrow().getIndex();
        return new Scalar(text, !event.isPlain(), new Written(points, start, end, style), span, anchor);
    }

    private void refuseAnchorsAndTags(Event event) {
        if (event instanceof AliasEvent alias) {
            findings.report(ANCHOR.at(span(event)).with("mark", "*" + alias.getAlias()));
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            findings.report(
                    ANCHOR.at(word(event)).with("mark", "&" + node.getAnchor().get()));
        }
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case MappingStartEvent mapping -> mapping.getTag();
            case SequenceStartEvent sequence -> sequence.getTag();
            default -> Optional.empty();
        };
        if (tag.isPresent()) {
            Span at = word(event);
            findings.report(TAG.at(at).with("mark", written(event)));
        }
    }

    /// The word at the event's start, up to the next space: the anchor or tag itself.
    private Span word(Event event) {
        Mark from = start(event);
        return Span.of(
                file,
                from.getLine() + 1,
                from.getColumn() + 1,
                written(event).codePointCount(0, written(event).length()));
    }

    private String written(Event event) {
        int from = start(event).getIndex();
        int to = from;
        while (to < points.length && !Character.isWhitespace(points[to]) && points[to] != ',') to++;
        return new String(points, from, to - from);
    }

    /// A flow collection on one line as it stands, any other by its first line.
    private Span collection(Event start, Event end) {
        Mark from = start(start);
        Mark to = end.getEndMark().orElse(from);
        return from.getLine() == to.getLine() && to.getColumn() > from.getColumn()
                ? new Span(file, position(from), position(to))
                : firstLine(start);
    }

    private Span firstLine(Event event) {
        Mark from = start(event);
        int to = from.getIndex();
        while (to < points.length && points[to] != '\n' && points[to] != '\r') to++;
        while (to > from.getIndex() && Character.isWhitespace(points[to - 1])) to--;
        return Span.of(file, from.getLine() + 1, from.getColumn() + 1, to - from.getIndex());
    }

    private Span span(Event event) {
        Mark from = start(event);
        Mark to = event.getEndMark().orElse(from);
        return from.getLine() == to.getLine() ? new Span(file, position(from), position(to)) : firstLine(event);
    }

    private static Mark start(Event event) {
        return event.getStartMark().orElseThrow();
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /// Ends the reading of a file whose mistake has been told.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }
}
