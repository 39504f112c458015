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

/// Packs too large or too odd to keep as files.
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
        assertTold("LP0002", pack);
    }

    @Test
    void moreThanFiveThousandFilesAreToldOnce() throws IOException {
        Path pack = pack("parks");
        Files.createDirectories(pack.resolve("notes"));
        for (int i = 0; i < 5_001; i++) Files.createFile(pack.resolve("notes/" + i + ".txt"));
        assertTold("LP0003", pack);
    }

    @Test
    void aFolderThatDoesNotExistIsTold() {
        assertTold("LP0027", Path.of("nowhere"));
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

    private static void assertTold(String code, Path pack) {
        MadeOnTheSpot expected = MadeOnTheSpot.of(code);
        Compilation compilation = PackCompiler.compile(List.of(pack));
        assertThat(MistakeFolder.render(compilation, Language.EN)).isEqualTo(expected.text(Language.EN));
        assertThat(MistakeFolder.render(compilation, Language.ZH)).isEqualTo(expected.text(Language.ZH));
    }

    private static String report(Path pack) {
        return MistakeFolder.render(PackCompiler.compile(List.of(pack)), Language.EN);
    }
}
