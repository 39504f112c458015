package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.kernel.text.Language;

class OddFoldersTest {

    private static final String MANIFEST = """
        title: { zh: 园区, en: Parks }
        version: 1.0.0
        luoshi: ">=0.1"
        """;

    @TempDir
    Path folder;

    @Test
    void aFileOfMoreThanOneMebibyteIsNotRead() throws IOException {
        Path pack = pack("parks");
        write(pack.resolve("entities/project.yaml"), "#".repeat(1024 * 1024 + 1));
        assertThat(report(pack))
                .startsWith("error LP0002: the file has 1048577 bytes, more than the limit of 1 MiB\n"
                        + "  --> parks/entities/project.yaml:1:1\n");
    }

    @Test
    void moreThanFiveThousandFilesAreToldOnce() throws IOException {
        Path pack = pack("parks");
        Files.createDirectories(pack.resolve("notes"));
        for (int i = 0; i < 5_001; i++) Files.createFile(pack.resolve("notes/" + i + ".txt"));
        assertThat(report(pack))
                .isEqualTo("error LP0003: pack `parks` has more than 5000 files\n  --> parks/pack.yaml:1:1\n");
    }

    @Test
    void aLinkThatLeadsNowhereIsTold() throws IOException {
        Path pack = pack("parks");
        Files.createDirectories(pack.resolve("entities"));
        Files.createSymbolicLink(pack.resolve("entities/firm.yaml"), pack.resolve("entities/none.yaml"));
        assertThat(report(pack))
                .startsWith("error LP0004: the symbolic link `entities/firm.yaml` leads out of the pack\n");
    }

    @Test
    void twoPacksOfOneNameAreTold() throws IOException {
        pack("north/parks");
        pack("south/parks");
        Compilation compilation = PackCompiler.compile(List.of(folder.resolve("north"), folder.resolve("south")));
        assertThat(MistakeFolder.render(compilation, Language.EN))
                .isEqualTo("error LP0907: there are two packs named `parks`\n  --> parks/pack.yaml:1:1\n");
    }

    @Test
    void aFolderThatDoesNotExistIsTold() {
        assertThat(report(folder.resolve("nowhere"))).startsWith("error LP0027: `");
    }

    @Test
    void aByteOrderMarkIsAccepted() throws IOException {
        Path pack = pack("parks");
        write(pack.resolve("pack.yaml"), "\uFEFF" + MANIFEST);
        assertThat(report(pack)).isEmpty();
    }

    @Test
    void aLinkInsideThePackIsFollowed() throws IOException {
        Path pack = pack("parks");
        write(pack.resolve("notes/manifest.txt"), MANIFEST);
        Files.delete(pack.resolve("pack.yaml"));
        Files.createSymbolicLink(pack.resolve("pack.yaml"), pack.resolve("notes/manifest.txt"));
        assertThat(report(pack)).isEmpty();
    }

    @Test
    void nestingThousandsDeepEndsQuickly() throws IOException {
        Path pack = pack("parks");
        write(pack.resolve("map.yaml"), "a: " + "[".repeat(300_000));
        write(pack.resolve("plan/plan.yaml"), "{".repeat(300_000));
        assertThat(report(pack)).contains("LP0017");
    }

    @Test
    void theDigestFollowsEveryByte() throws IOException {
        Path pack = pack("parks");
        String before = digest(pack);
        assertThat(digest(pack)).isEqualTo(before).hasSize(64);
        write(pack.resolve("pack.yaml"), MANIFEST + "# a remark\n");
        assertThat(digest(pack)).isNotEqualTo(before);
    }

    private String digest(Path pack) {
        return PackCompiler.compile(List.of(pack))
                .packs()
                .orElseThrow()
                .packs()
                .getFirst()
                .digest();
    }

    private Path pack(String name) throws IOException {
        Path pack = folder.resolve(name);
        write(pack.resolve("pack.yaml"), MANIFEST);
        return pack;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String report(Path pack) {
        return MistakeFolder.render(PackCompiler.compile(List.of(pack)), Language.EN);
    }
}
