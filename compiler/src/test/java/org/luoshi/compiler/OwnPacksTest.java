package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.diagnostic.Severity;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.Pack;

class OwnPacksTest {

    @Test
    void ourOwnPacksHaveNoErrors() {
        Compilation compilation = PackCompiler.compile(List.of(Path.of("../packs")));
        assertThat(compilation.diagnostics().count(Severity.ERROR))
                .as(MistakeFolder.render(compilation, Language.EN))
                .isZero();
    }

    @Test
    void eachPackComesAfterThoseItNeeds() {
        List<Pack> packs = PackCompiler.compile(List.of(Path.of("../packs")))
                .packs()
                .orElseThrow()
                .packs();
        List<String> ids = packs.stream().map(Pack::id).toList();
        for (Pack pack : packs) {
            assertThat(ids.subList(0, ids.indexOf(pack.id())))
                    .containsAll(pack.depends().keySet());
        }
    }

    @Test
    void onePackBringsTheNeighboursItDependsOn() {
        Compilation compilation = PackCompiler.compile(List.of(Path.of("../packs/chengdu")));
        assertThat(compilation.packs().orElseThrow().packs())
                .extracting(Pack::id)
                .contains("chengdu", "parks");
    }
}
