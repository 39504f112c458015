package org.luoshi.compiler.internal.bind;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.form.ManifestForm;
import org.luoshi.compiler.internal.shape.View;

/// A pack on its way: its files as read, and what is known about its place among the others.
final class Draft {

    private final String id;
    private final String digest;
    private final Map<String, ParsedFile> files = new TreeMap<>();
    private final Map<String, String> tables = new TreeMap<>();
    private final Set<String> unread = new HashSet<>();
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
