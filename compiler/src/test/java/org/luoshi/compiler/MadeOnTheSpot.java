package org.luoshi.compiler;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// A mistake whose pack cannot be kept as a folder: [OddFoldersTest] makes it. Its text and the reason are kept.
record MadeOnTheSpot(Path folder) {

    private static final Path ALL = Path.of("src/test/resources/made_on_the_spot");

    static final Set<String> CODES = Set.of("LP0002", "LP0003", "LP0027");

    static MadeOnTheSpot of(String code) {
        return new MadeOnTheSpot(ALL.resolve(code));
    }

    static Optional<MadeOnTheSpot> find(String code) {
        return CODES.contains(code) ? Optional.of(of(code)) : Optional.empty();
    }

    String text(Language language) {
        return MistakeFolder.read(folder.resolve("expected." + language.tag() + ".txt"));
    }

    /// Why there is no folder to look at.
    Text because() {
        return new Text(
                MistakeFolder.read(folder.resolve("because.zh.txt")).strip(),
                MistakeFolder.read(folder.resolve("because.en.txt")).strip());
    }
}
