package org.luoshi.compiler.internal.bind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.luoshi.compiler.internal.file.Decoding;
import org.luoshi.compiler.internal.file.PackFolder;
import org.luoshi.compiler.internal.form.ManifestForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.YamlReader;

/// A first look at a manifest: which packs it names. What is wrong with it is told when it is read in earnest.
final class ManifestNames {

    private ManifestNames() {}

    static List<String> dependencies(Path manifest) {
        Findings unheard = new Findings();
        return text(manifest)
                .flatMap(bytes -> Decoding.decode("", bytes, unheard))
                .flatMap(text -> YamlReader.read("", text, unheard))
                .filter(Node.Entries.class::isInstance)
                .flatMap(n -> ((Node.Entries) n).find(ManifestForm.DEPENDS.name()))
                .map(Node.Entry::value)
                .filter(Node.Entries.class::isInstance)
                .map(n -> ((Node.Entries) n)
                        .entries().stream().map(e -> e.key().text()).toList())
                .orElse(List.of());
    }

    private static Optional<byte[]> text(Path manifest) {
        try {
            return Files.size(manifest) > PackFolder.LARGEST
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(manifest));
        } catch (IOException toldLater) {
            return Optional.empty();
        }
    }
}
