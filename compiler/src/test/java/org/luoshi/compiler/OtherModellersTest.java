package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luoshi.compiler.internal.bpmn.BpmnFile;
import org.luoshi.compiler.internal.bpmn.BpmnFile.Kind;
import org.luoshi.compiler.internal.bpmn.BpmnReader;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.Severity;

/// Drawings by other people's modellers (Camunda Modeler, Signavio, Eclipse BPMN2 Modeler, jBPM Designer …), as two
/// engines publish them with their tests: each is either run, or it is said what of it is not, at its place.
class OtherModellersTest {

    private static final Path FRAME = Path.of("src/test/resources/mistakes/LP1045_never_filled/pack");
    private static final Pattern EXPORTER = Pattern.compile("exporter=\"([^\"]+)\"");
    private static final Pattern FORBIDDEN = Pattern.compile("<(?:\\w+:)?(scriptTask|serviceTask|sendTask|receiveTask|callActivity"
            + "|subProcess|transaction|adHocSubProcess|boundaryEvent|intermediateCatchEvent|intermediateThrowEvent|eventBasedGateway)\\b");

    private record Drawn(String name, String text) {}

    private static final List<Drawn> FILES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (String engine : List.of("org/camunda/bpm/engine/test/bpmn/", "org/jbpm/bpmn2/objects/")) {
            URL found = Objects.requireNonNull(OtherModellersTest.class.getClassLoader().getResource(engine));
            JarFile jar = ((JarURLConnection) found.openConnection()).getJarFile();
            for (JarEntry entry : jar.stream().filter(e -> e.getName().matches(".*\\.bpmn(2|20\\.xml)?")).toList()) {
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                FILES.add(new Drawn(entry.getName(), new String(bytes, StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void eachIsReadOrRefusedAtItsPlace() {
        int accepted = 0;
        Map<String, Integer> told = new TreeMap<>();
        Set<String> modellers = new TreeSet<>();
        for (Drawn file : FILES) {
            Findings findings = new Findings();
            BpmnReader.read("pack/processes/handling.bpmn", file.text(), findings);
            List<Diagnostic> all = findings.all();
            boolean refused = all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
            if (FORBIDDEN.matcher(file.text()).find()) assertThat(refused).as(file.name()).isTrue();
            all.forEach(d -> told.merge(d.code().value(), 1, Integer::sum));
            if (!refused) accepted++;
            Matcher exporter = EXPORTER.matcher(file.text());
            if (exporter.find()) modellers.add(exporter.group(1));
        }
        assertThat(FILES).hasSizeGreaterThan(2200);
        assertThat(accepted).isGreaterThan(100);
        assertThat(told).containsKeys("LP1004");
        assertThat(modellers).contains("Camunda Modeler", "Signavio Process Editor, http://www.signavio.com");
    }

    /// With a declaration that names their tasks and ends, those that are read go through the whole compiler. Ids of steps
    /// are renamed, as an author does in the modeller: theirs have capitals.
    @Test
    void whatIsReadGoesThroughTheWholeCompiler() {
        int whole = 0;
        Map<String, Integer> told = new HashMap<>();
        for (Drawn file : FILES) {
            Findings findings = new Findings();
            BpmnFile drawn = BpmnReader.read("x", file.text(), findings).orElse(null);
            if (drawn == null || !findings.all().isEmpty()) continue;
            List<String> tasks = ids(drawn, Kind.TASK);
            List<String> ends = ids(drawn, Kind.END);
            if (tasks.isEmpty() || ends.isEmpty()) continue;
            String text = file.text();
            for (String id : tasks) text = renamed(text, id);
            for (String id : ends) text = renamed(text, id);
            Compilation compilation = PackCompiler.compile(
                    List.of(FRAME),
                    Map.of(
                            "pack/processes/handling.bpmn",
                            text,
                            "pack/processes/handling.yaml",
                            declaration(ours(tasks), ours(ends))));
            if (compilation.packs().isPresent()) whole++;
            compilation.diagnostics().sorted().forEach(d -> told.merge(d.code().value(), 1, Integer::sum));
        }
        assertThat(whole).as("compiled, others told %s", told).isGreaterThan(50);
    }

    private static List<String> ids(BpmnFile drawn, Kind kind) {
        return drawn.nodes().stream().filter(n -> n.kind() == kind).map(n -> n.id()).toList();
    }

    private static List<String> ours(List<String> ids) {
        return ids.stream().map(OtherModellersTest::ours).toList();
    }

    private static String ours(String id) {
        return "s_" + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    private static String renamed(String text, String id) {
        return text.replace('"' + id + '"', '"' + ours(id) + '"');
    }

    private static String declaration(List<String> tasks, List<String> ends) {
        return """
                title: { zh: 诉求办理, en: Requests }
                about: { zh: 提出诉求。, en: Make a request. }
                content: request
                number: SQ
                roles:
                  enterprise: { title: { zh: 企业, en: Enterprise }, account: applicant }
                  steward: { title: { zh: 专员, en: Steward }, account: clerk, unit_field: district }
                apply: { by: enterprise, form: [title, district] }
                steps:
                %soutcomes:
                %s""".formatted(
                tasks.stream()
                        .map("  %s: { title: { zh: 环节, en: Step }, by: steward, actions: { go: { title: { zh: 办, en: Go } } } }\n"::formatted)
                        .collect(Collectors.joining()),
                ends.stream().map("  %s: { title: { zh: 完, en: End } }\n"::formatted).collect(Collectors.joining()));
    }
}
