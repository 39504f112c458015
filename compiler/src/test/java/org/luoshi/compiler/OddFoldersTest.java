package org.luoshi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
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
    void aLinkedFolderOutsideIsNotReadEvenByWayOfAnotherLink() throws IOException {
        Path pack = pack("parks");
        Path outside = folder.resolve("elsewhere");
        write(outside.resolve("firm.yaml"), "secret: 1\n");
        Files.createSymbolicLink(folder.resolve("step"), outside);
        Files.createSymbolicLink(pack.resolve("entities"), folder.resolve("step"));
        assertThat(report(pack))
                .startsWith("error LP0004: the symbolic link `entities` leads out of the pack\n")
                .doesNotContain("firm.yaml")
                .doesNotContain("secret");
    }

    @Test
    void twoLinksInACircleAreToldOnceEach() throws IOException {
        Path pack = pack("parks");
        Files.createDirectories(pack.resolve("notes"));
        Files.createDirectories(pack.resolve("more"));
        Files.createSymbolicLink(pack.resolve("notes/more"), pack.resolve("more"));
        Files.createSymbolicLink(pack.resolve("more/notes"), pack.resolve("notes"));
        assertThat(headlines(pack))
                .containsExactly(
                        "error LP0028: the symbolic link `more/notes/more` leads back to a folder that it is in",
                        "error LP0028: the symbolic link `notes/more/notes` leads back to a folder that it is in");
    }

    @Test
    void aTableThatCannotBeReadIsToldOnceAndOneWithAMarkIsRead() throws IOException {
        Path pack = pack("parks");
        String units = "id,kind,zh,en,short_zh,short_en,valid_from,valid_to,source\n"
                + "north,city,北市,North,北,North,2020-01-01,,made_up\n";
        write(pack.resolve("units/sources.yaml"), "made_up: { title: { zh: 虚构, en: Made up }, verified: false }\n");
        write(pack.resolve("pack.yaml"), MANIFEST + "city: true\n");
        Files.write(pack.resolve("units/units.csv"), units.getBytes(Charset.forName("GB18030")));
        assertThat(headlines(pack)).containsExactly("error LP0005: the file is in GB18030 (GBK), not in UTF-8");
        write(pack.resolve("units/units.csv"), units + "\n".repeat(1024 * 1024));
        assertThat(headlines(pack)).singleElement().asString().startsWith("error LP0002: ");
        write(pack.resolve("units/units.csv"), "\uFEFF" + units);
        assertThat(report(pack)).isEmpty();
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

    private static List<String> headlines(Path pack) {
        return report(pack).lines().filter(line -> line.matches("(error|advice) LP.*")).toList();
    }

    private static String report(Path pack) {
        return MistakeFolder.render(PackCompiler.compile(List.of(pack)), Language.EN);
    }
}
