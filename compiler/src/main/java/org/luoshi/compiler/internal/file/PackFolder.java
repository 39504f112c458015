package org.luoshi.compiler.internal.file;

import static org.luoshi.compiler.internal.mistake.FileMistakes.LINK_CIRCLE;
import static org.luoshi.compiler.internal.mistake.FileMistakes.LINK_OUT;
import static org.luoshi.compiler.internal.mistake.FileMistakes.NO_ACCESS;
import static org.luoshi.compiler.internal.mistake.FileMistakes.TOO_LARGE;
import static org.luoshi.compiler.internal.mistake.FileMistakes.TOO_MANY_FILES;
import static org.luoshi.compiler.internal.mistake.FileMistakes.YML;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.kernel.diagnostic.Span;

/// Reads a pack's YAML, CSV and BPMN files: within limits, and never anything outside the folder.
///
/// Other files (a README, a licence) are nobody's business; hidden ones are not looked at.
public final class PackFolder {

    /// Bytes. A file declares one thing; 1 MiB is some ten thousand lines.
    public static final long LARGEST = 1024 * 1024;

    public static final int MOST_FILES = 5_000;

    /// Folders within folders; packs have two levels.
    private static final int DEEPEST = 8;

    private final String pack;
    private final Path root;
    private final Findings findings;
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Set<String> unread = new TreeSet<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private int seen;

    private PackFolder(String pack, Path root, Findings findings) {
        this.pack = pack;
        this.root = root;
        this.findings = findings;
    }

    /// @param files path from the pack's folder → bytes, in order of path
    /// @param unread files that are there but were not read: nobody should miss them too
    public record Contents(Map<String, byte[]> files, Set<String> unread) {}

    public static Contents read(String pack, Path folder, Findings findings) {
        PackFolder reading = new PackFolder(pack, folder, findings);
        reading.folder(folder, "", 0);
        return new Contents(reading.contents, reading.unread);
    }

    private void folder(Path folder, String prefix, int depth) {
        if (depth > DEEPEST) return;
        open.push(real(folder));
        for (Path entry : entries(folder, prefix)) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".") || seen > MOST_FILES) continue;
            String path = prefix + name;
            if (Files.isSymbolicLink(entry) && !inside(entry)) {
                findings.report(LINK_OUT.at(Span.ofFile(pack + "/" + path)).with("name", path));
                unread.add(path);
            } else if (Files.isSymbolicLink(entry) && leadsBack(entry)) {
                findings.report(LINK_CIRCLE.at(Span.ofFile(pack + "/" + path)).with("name", path));
            } else if (Files.isDirectory(entry)) {
                folder(entry, path + "/", depth + 1);
            } else {
                file(entry, path);
            }
        }
        open.pop();
    }

    /// Where that cannot be told, reading the folder tells why.
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException unreadable) {
            return folder;
        }
    }

    private void file(Path file, String path) {
        if (++seen > MOST_FILES) {
            findings.report(TOO_MANY_FILES
                    .at(Span.ofFile(pack + "/pack.yaml"))
                    .with("pack", pack)
                    .with("limit", MOST_FILES));
            return;
        }
        Span whole = Span.ofFile(pack + "/" + path);
        if (path.endsWith(".yml")) {
            findings.report(YML.at(whole).with("meant", path.substring(0, path.length() - 3) + "yaml"));
        }
        if (!path.endsWith(".yaml") && !path.endsWith(".csv") && !path.endsWith(".bpmn")) return;
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                findings.report(TOO_LARGE.at(whole).with("size", size));
                unread.add(path);
            } else {
                contents.put(path, Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            unread.add(path);
            findings.report(NO_ACCESS.at(whole).with("name", path));
        }
    }

    private List<Path> entries(Path folder, String prefix) {
        try (Stream<Path> listed = Files.list(folder)) {
            return new ArrayList<>(listed.sorted().toList());
        } catch (IOException unreadable) {
            findings.report(NO_ACCESS.at(Span.ofFile(pack + "/" + prefix)).with("name", pack + "/" + prefix));
            return List.of();
        }
    }

    /// A link that leads nowhere is as bad as one that leads out.
    private boolean inside(Path link) {
        try {
            return link.toRealPath().startsWith(root.toRealPath());
        } catch (IOException nowhere) {
            return false;
        }
    }

    /// Whether following the link leads to a folder that is being read, and so round for ever.
    private boolean leadsBack(Path link) {
        try {
            return open.contains(link.toRealPath());
        } catch (IOException nowhere) {
            return false;
        }
    }
}
