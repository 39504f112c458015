package org.luoshi.compiler.internal.bind;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.ManifestForm;
import org.luoshi.compiler.internal.form.ProcessForm;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.pack.process.CaseRegister;

/// A pack on its way: its files as read, and what is known about its place among the others.
final class Draft {

    private final String id;
    private final String digest;
    private final Map<String, ParsedFile> files = new TreeMap<>();
    private final Map<String, String> tables = new TreeMap<>();
    private final Set<String> unread = new HashSet<>();
    private final Map<String, DrawingFile> drawings = new TreeMap<>();
    private final Map<String, byte[]> processParts = new TreeMap<>();
    /// Packs that this one names somewhere; what is in `depends` but not here is not used.
    private final Set<String> used = new HashSet<>();

    Draft(String id, String digest) {
        this.id = id;
        this.digest = digest;
    }

    String id() {
        return id;
    }

    String digest() {
        return digest;
    }

    void add(ParsedFile file) {
        files.put(file.path(), file);
    }

    void addTable(String path, String text) {
        tables.put(path, text);
    }

    /// A file that a process is made of, for its digest.
    void keep(String path, byte[] bytes) {
        processParts.put(path, bytes);
    }

    Optional<byte[]> processPart(String path) {
        return Optional.ofNullable(processParts.get(path));
    }

    void add(DrawingFile drawing) {
        drawings.put(drawing.name(), drawing);
    }

    /// Drawings of processes, by the process's id.
    Map<String, DrawingFile> drawings() {
        return drawings;
    }

    Optional<String> table(String path) {
        return Optional.ofNullable(tables.get(path));
    }

    void addUnread(String path) {
        unread.add(path);
    }

    /// There, but unreadable, which has been told: what it lacks is not told again.
    boolean unread(String path) {
        return unread.contains(path);
    }

    Set<String> used() {
        return used;
    }

    Stream<ParsedFile> files() {
        return files.values().stream();
    }

    List<ParsedFile> files(Construct construct) {
        return files().filter(f -> f.construct() == construct).toList();
    }

    /// What is declared, broken or not, by id.
    Map<String, ParsedFile> declared(Construct construct) {
        Map<String, ParsedFile> declared = new LinkedHashMap<>();
        files(construct).forEach(f -> declared.put(f.name(), f));
        return declared;
    }

    /// Ids that can be named: what files declare, and the registers that processes make of their cases.
    Set<String> names(Construct construct) {
        Set<String> names = new LinkedHashSet<>(declared(construct).keySet());
        if (construct == EntityForm.CONSTRUCT) {
            declared(ProcessForm.CONSTRUCT).keySet().forEach(process -> names.add(CaseRegister.idOf(process)));
        }
        return names;
    }

    Optional<ParsedFile> file(Construct construct) {
        return files(construct).stream().findFirst();
    }

    Optional<View> manifest() {
        return file(ManifestForm.CONSTRUCT).flatMap(ParsedFile::view);
    }

    boolean isCity() {
        return manifest().map(m -> m.get(ManifestForm.CITY, false)).orElse(false);
    }

    /// Packs named in `depends`.
    Set<String> depends() {
        Set<String> named = new HashSet<>();
        manifest()
                .flatMap(m -> m.get(ManifestForm.DEPENDS))
                .ifPresent(d -> d.keySet().forEach(k -> named.add(k.text())));
        return named;
    }
}
