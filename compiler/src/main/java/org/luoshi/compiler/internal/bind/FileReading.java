package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.CityMistakes.CITY_ONLY;
import static org.luoshi.compiler.internal.mistake.FileMistakes.BAD_FILE_NAME;
import static org.luoshi.compiler.internal.mistake.FileMistakes.STRAY_FILE;

import java.util.List;
import java.util.Optional;
import org.luoshi.compiler.internal.bpmn.BpmnReader;
import org.luoshi.compiler.internal.file.Decoding;
import org.luoshi.compiler.internal.form.CityForms;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.form.Constructs;
import org.luoshi.compiler.internal.form.Tables;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Ids;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.YamlReader;
import org.luoshi.kernel.diagnostic.Sources;
import org.luoshi.kernel.diagnostic.Span;

/// What one file gives by itself: text, tree, shape. Files do not know each other here, so this runs in parallel.
final class FileReading {

    /// @param parsed the YAML file, absent for tables and for what cannot be read
    /// @param table the text of a table
    /// @param drawing of a process
    record Result(
            String path,
            Optional<ParsedFile> parsed,
            Optional<String> table,
            Optional<DrawingFile> drawing,
            Findings findings) {

        private static Result nothing(String path, Findings findings) {
            return new Result(path, Optional.empty(), Optional.empty(), Optional.empty(), findings);
        }
    }

    private FileReading() {}

    static Result read(String pack, String path, byte[] bytes, Sources sources) {
        Findings findings = new Findings();
        String file = pack + "/" + path;
        if (Constructs.isDrawing(path)) return drawing(path, file, bytes, sources);
        boolean table = Tables.ALL.stream().anyMatch(t -> t.path().equals(path));
        Optional<Construct> construct = Constructs.of(path);
        if (!table && construct.isEmpty()) {
            stray(file, path, findings);
            return Result.nothing(path, findings);
        }
        Optional<String> text = Decoding.decode(file, bytes, findings);
        text.ifPresent(t -> sources.add(file, t));
        if (table) return new Result(path, Optional.empty(), text, Optional.empty(), findings);
        checkName(file, construct.get(), path, findings);
        Optional<Node> node = text.flatMap(t -> YamlReader.read(file, t, findings));
        Object read =
                node.flatMap(n -> construct.get().shape().read(n, findings)).orElse(null);
        return new Result(
                path,
                Optional.of(new ParsedFile(path, file, construct.get(), node.orElse(null), read, findings)),
                Optional.empty(),
                Optional.empty(),
                findings);
    }

    private static Result drawing(String path, String file, byte[] bytes, Sources sources) {
        Findings findings = new Findings();
        Optional<String> text = Decoding.decode(file, bytes, findings);
        text.ifPresent(t -> sources.add(file, t));
        Optional<DrawingFile> drawing = text.map(
                t -> new DrawingFile(path, file, t, BpmnReader.read(file, t, findings).orElse(null)));
        return new Result(path, Optional.empty(), Optional.empty(), drawing, findings);
    }

    static void refuseCityFiles(Draft draft, Findings findings) {
        if (draft.isCity() || draft.manifest().isEmpty()) return;
        draft.files()
                .filter(f -> f.construct().cityOnly())
                .forEach(f -> findings.report(CITY_ONLY.at(f.whole()).with("path", f.path())));
        Tables.ALL.stream()
                .filter(t -> draft.table(t.path()).isPresent())
                .forEach(t -> findings.report(
                        CITY_ONLY.at(Span.ofFile(draft.id() + "/" + t.path())).with("path", t.path())));
    }

    private static void stray(String file, String path, Findings findings) {
        List<String> places = Constructs.places();
        int slash = path.lastIndexOf('/');
        String shape = slash < 0 ? path : path.substring(0, slash + 1) + "….yaml";
        findings.report(STRAY_FILE
                .at(Span.ofFile(file))
                .with("name", path)
                .with("places", Members.of(places, shape))
                .with("meant", Members.meant(shape, places).map(m -> m.replace("…", Construct.nameOf(path)))));
    }

    private static void checkName(String file, Construct construct, String path, Findings findings) {
        boolean named = construct.path().contains("*") && construct != CityForms.Calendars.CONSTRUCT;
        String name = Construct.nameOf(path);
        if (!named || Ids.fits(name)) return;
        findings.report(BAD_FILE_NAME
                .at(Span.ofFile(file))
                .with("name", name)
                .with("meant", Ids.mend(name).map(n -> n + ".yaml")));
    }
}
