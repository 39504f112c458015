package org.luoshi.compiler.internal.bpmn;

import static org.luoshi.compiler.internal.mistake.ProcessMistakes.BAD_ELEMENT_ID;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.BAD_XML;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.DOCTYPE;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.ELEMENT_TWICE;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NOT_ONE_PROCESS;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NOT_RUN;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NO_ID;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.bpmn.BpmnFile.Condition;
import org.luoshi.compiler.internal.bpmn.BpmnFile.DrawnFlow;
import org.luoshi.compiler.internal.bpmn.BpmnFile.DrawnNode;
import org.luoshi.compiler.internal.bpmn.BpmnFile.Kind;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.pack.process.Drawing;

/// Reads one BPMN 2.0 file. Document types and external entities are refused before parsing.
public final class BpmnReader {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

    private static final Map<String, Kind> NODES = Map.of(
            "startEvent", Kind.START,
            "endEvent", Kind.END,
            "userTask", Kind.TASK,
            "businessRuleTask", Kind.DECISION,
            "exclusiveGateway", Kind.EXCLUSIVE,
            "inclusiveGateway", Kind.INCLUSIVE,
            "parallelGateway", Kind.PARALLEL);

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,200}");

    /// What a modeller may draw around the process: read over, with all that is inside.
    private static final Set<String> BESIDE = Set.of(
            "documentation", "extensionElements", "collaboration", "laneSet", "textAnnotation", "association", "group",
            "category", "incoming", "outgoing");

    private final XmlText xml;
    private final Findings findings;
    private final Map<String, DrawnNode> nodes = new LinkedHashMap<>();
    private final List<DrawnFlow> flows = new ArrayList<>();
    private final Map<String, Span> ids = new HashMap<>();
    private final Map<String, Drawing.Box> boxes = new HashMap<>();
    private final Map<String, List<Drawing.Point>> lines = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final List<Span> processes = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<XmlText.Tag> tags;
    private int seen;
    private boolean whole = true;
    /// The flow that is being read, until its end tag.
    private @Nullable DrawnFlow flow;
    /// The shape or edge of the diagram that is being read.
    private @Nullable String drawn;

    private BpmnReader(String file, String text, Findings findings) {
        this.xml = new XmlText(file, text);
        this.tags = xml.startTags();
        this.findings = findings;
    }

    /// What the file draws; empty when it is no XML at all. What is wrong with it has been told.
    public static Optional<BpmnFile> read(String file, String text, Findings findings) {
        return new BpmnReader(file, text, findings).read();
    }

    private Optional<BpmnFile> read() {
        int doctype = xml.text().indexOf("<!DOCTYPE");
        if (doctype >= 0) {
            findings.report(DOCTYPE.at(xml.span(doctype, doctype + "<!DOCTYPE".length())));
            return Optional.empty();
        }
        try {
            XMLStreamReader reader = parser().createXMLStreamReader(new StringReader(xml.text()));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(reader);
                    case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                    default -> {
                        // characters are read off the text itself, which knows their places
                    }
                }
            }
        } catch (XMLStreamException broken) {
            int at = Math.clamp(broken.getLocation() == null ? 0 : broken.getLocation().getCharacterOffset(), 0, xml.text().length());
            findings.report(BAD_XML.at(xml.span(Math.max(0, at - 1), at)));
            return Optional.empty();
        }
        if (processes.size() != 1) {
            findings.report(NOT_ONE_PROCESS
                    .at(processes.isEmpty() ? Span.ofFile(xml.file()) : processes.get(1))
                    .with("count", processes.size()));
            return Optional.empty();
        }
        return Optional.of(new BpmnFile(List.copyOf(nodes.values()), flows, new Drawing(boxes, lines, words), whole));
    }

    private static XMLInputFactory parser() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        return factory;
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        XmlText.Tag tag = tags.get(seen++);
        String space = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        switch (space) {
            case MODEL -> {
                if (BESIDE.contains(name)) {
                    skip(reader);
                    return;
                }
                model(reader, name, tag);
            }
            case BPMN_DI, DC, DI -> diagram(reader, name);
            default -> {
                // a modeller's own remarks; the engine never sees them
            }
        }
        open.push(name);
    }

    private void model(XMLStreamReader reader, String name, XmlText.Tag tag) {
        Kind kind = NODES.get(name);
        if (name.equals("definitions")) return;
        if (name.equals("process")) {
            processes.add(tag.attribute("id"));
        } else if (kind != null) {
            id(reader, name, tag).ifPresent(id -> nodes.put(
                    id, new DrawnNode(kind, id, reader.getAttributeValue(null, "default"), tag.attribute("id"))));
        } else if (name.equals("sequenceFlow")) {
            id(reader, name, tag).ifPresent(id -> flow = new DrawnFlow(
                    id,
                    attribute(reader, "sourceRef"),
                    attribute(reader, "targetRef"),
                    null,
                    tag.attribute("id"),
                    tag.attribute("sourceRef"),
                    tag.attribute("targetRef")));
        } else if (name.equals("conditionExpression") && flow != null) {
            XmlText.Content content = tag.content();
            String text = content.text();
            flow = new DrawnFlow(
                    flow.id(),
                    flow.from(),
                    flow.to(),
                    new Condition(text, content::span, content.span(0, text.codePointCount(0, text.length()))),
                    flow.span(),
                    flow.fromSpan(),
                    flow.toSpan());
        } else {
            whole = false;
            findings.report(NOT_RUN.at(tag.element()).with("element", name).with("id", id(reader)));
        }
    }

    private void diagram(XMLStreamReader reader, String name) {
        switch (name) {
            case "BPMNShape", "BPMNEdge" -> drawn = reader.getAttributeValue(null, "bpmnElement");
            case "Bounds" -> {
                if (drawn != null && "BPMNShape".equals(open.peek()))
                    boxes.put(drawn, new Drawing.Box(
                            number(reader, "x"), number(reader, "y"), number(reader, "width"), number(reader, "height")));
            }
            case "waypoint" -> {
                if (drawn != null)
                    lines.computeIfAbsent(drawn, unused -> new ArrayList<>())
                            .add(new Drawing.Point(number(reader, "x"), number(reader, "y")));
            }
            default -> {
                // labels, colours and planes
            }
        }
    }

    private void end(String name) {
        open.pop();
        if (name.equals("sequenceFlow") && flow != null) {
            flows.add(flow);
            flow = null;
        } else if (name.equals("BPMNShape") || name.equals("BPMNEdge")) {
            drawn = null;
        }
    }

    private Optional<String> id(XMLStreamReader reader, String name, XmlText.Tag tag) {
        Optional<String> id = id(reader);
        if (id.isEmpty()) {
            whole = false;
            findings.report(NO_ID.at(tag.element()).with("element", name));
            return id;
        }
        if (!ID.matcher(id.get()).matches()) {
            whole = false;
            findings.report(BAD_ELEMENT_ID.at(tag.attribute("id")).with("id", id.get()));
            return Optional.empty();
        }
        Span first = ids.putIfAbsent(id.get(), tag.attribute("id"));
        if (first != null) {
            whole = false;
            findings.report(ELEMENT_TWICE.at(tag.attribute("id")).with("id", id.get()).other(first));
            return Optional.empty();
        }
        String written = reader.getAttributeValue(null, "name");
        if (written != null && !written.isBlank()) words.put(id.get(), written.strip());
        return id;
    }

    private static Optional<String> id(XMLStreamReader reader) {
        return Optional.ofNullable(reader.getAttributeValue(null, "id")).filter(id -> !id.isBlank());
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// Zero where a modeller wrote no number: the drawing is off then, the process is not.
    private static double number(XMLStreamReader reader, String name) {
        try {
            double number = Double.parseDouble(attribute(reader, name));
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                seen++;
            }
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
    }
}
