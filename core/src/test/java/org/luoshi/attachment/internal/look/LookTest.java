package org.luoshi.attachment.internal.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luoshi.attachment.FileNote;
import org.luoshi.attachment.SampleFiles;
import org.luoshi.pack.process.FileKind;

class LookTest {

    @TempDir
    Path folder;

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of(FileKind.PDF, SampleFiles.pdf()),
                Arguments.of(FileKind.PNG, SampleFiles.png()),
                Arguments.of(FileKind.JPEG, SampleFiles.jpeg()),
                Arguments.of(FileKind.OFD, SampleFiles.ofd()),
                Arguments.of(FileKind.DOCX, SampleFiles.docx()),
                Arguments.of(FileKind.XLSX, SampleFiles.xlsx()),
                Arguments.of(FileKind.ZIP, SampleFiles.zip(Map.of("报告.pdf", SampleFiles.pdf(), "表/数据.xlsx", SampleFiles.xlsx()))));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aFileIsKnownByItsContent(FileKind kind, byte[] content) throws Exception {
        assertThat(Look.at(SampleFiles.file(folder, content))).isEqualTo(new Look(kind, Set.of()));
    }

    static Stream<Arguments> bad() {
        Map<String, byte[]> twice = new LinkedHashMap<>();
        twice.put("a.pdf", SampleFiles.pdf());
        twice.put("A.PDF", SampleFiles.pdf());
        return Stream.of(
                Arguments.of("Windows 程序", SampleFiles.program()),
                Arguments.of("网页", "<!DOCTYPE html><script>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("认不出", "随便写的文字".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("旧版 Office", SampleFiles.compound()),
                Arguments.of("带宏", SampleFiles.docm()),
                Arguments.of("带宏", SampleFiles.docxWith("word/vbaProject.bin", new byte[10])),
                Arguments.of("嵌有旧版 Office 对象", SampleFiles.docxWith("word/embeddings/x.bin", SampleFiles.compound())),
                Arguments.of("压缩炸弹", SampleFiles.bomb(80)),
                Arguments.of("压缩炸弹", SampleFiles.zip(Map.of("a.ofd", SampleFiles.bomb(80)))),
                Arguments.of("压缩包里还有压缩包", SampleFiles.zip(Map.of("a.zip", SampleFiles.zip(Map.of("b.pdf", SampleFiles.pdf()))))),
                Arguments.of("其中“tool.pdf”：内容是Windows 程序", SampleFiles.zip(Map.of("tool.pdf", SampleFiles.program()))),
                Arguments.of("文件名", SampleFiles.zip(Map.of("../a.pdf", SampleFiles.pdf()))),
                Arguments.of("文件名", SampleFiles.zip(twice)),
                Arguments.of("压缩包是空的", SampleFiles.zip(Map.of("folder/", new byte[0]))),
                Arguments.of("超过 5000 个", many()),
                Arguments.of("设了密码", encrypted()),
                Arguments.of("加了密", SampleFiles.pdfWithPassword()),
                Arguments.of("不完整", Arrays.copyOf(SampleFiles.pdf(), 200)),
                Arguments.of("不完整", Arrays.copyOf(SampleFiles.docx(), 500)),
                Arguments.of("不完整", Arrays.copyOf(SampleFiles.png(), 60)),
                Arguments.of("不完整", Arrays.copyOf(SampleFiles.jpeg(), 30)),
                Arguments.of("像素", huge()));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNotTakenIsNamed(String why, byte[] content) {
        assertThat(refused(content).why().zh()).contains(why);
    }

    @Test
    void aScriptInACompressedPartOfAPdfIsTold() throws Exception {
        byte[] pdf = SampleFiles.pdfWithScript();
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("ObjStm").doesNotContain("JavaScript");
        assertThat(Look.at(SampleFiles.file(folder, pdf)).notes()).containsExactly(FileNote.SCRIPT);
    }

    @Test
    void aNameOfAPdfIsReadAsItsReadersReadIt() throws Exception {
        byte[] pdf = "%PDF-1.7\n1 0 obj<</S/La#75nch/F(x)>>endobj\nstartxref\n0\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        assertThat(Look.at(SampleFiles.file(folder, pdf)).notes()).containsExactly(FileNote.LAUNCH);
    }

    @Test
    void aDocumentThatFetchesItsTemplateSaysSo() throws Exception {
        String relations = "<Relationships><Relationship Type=\"http://x/attachedTemplate\" TargetMode=\"External\" Target=\"http://e\"/>"
                + "</Relationships>";
        byte[] fetches = SampleFiles.docxWith("word/_rels/settings.xml.rels", relations.getBytes(StandardCharsets.UTF_8));
        assertThat(Look.at(SampleFiles.file(folder, fetches)).notes()).containsExactly(FileNote.EXTERNAL);
        String link = relations.replace("attachedTemplate", "hyperlink");
        byte[] links = SampleFiles.docxWith("word/_rels/document.xml.rels", link.getBytes(StandardCharsets.UTF_8));
        assertThat(Look.at(SampleFiles.file(folder, links)).notes()).isEmpty();
    }

    @Test
    void aNameThatSaysAnotherKindIsRefusedAndOneThatHidesItsEndIsShownPlainly() throws Exception {
        assertThat(FileName.of("C:\\文件\\合同.PDF", FileKind.PDF)).isEqualTo("合同.pdf");
        assertThat(FileName.of("../../etc/passwd", FileKind.PNG)).isEqualTo("passwd.png");
        assertThat(FileName.of("发票\u202Efdp.exe", FileKind.PDF)).isEqualTo("发票fdp.exe.pdf");
        assertThat(FileName.of(".pdf", FileKind.PDF)).isEqualTo("file.pdf");
        Unfit lies = catchThrowableOfType(Unfit.class, () -> FileName.of("合同.pdf", FileKind.PNG));
        assertThat(lies.why().zh()).isEqualTo("名字是 .pdf，内容却是 PNG");
    }

    private Unfit refused(byte[] content) {
        return catchThrowableOfType(Unfit.class, () -> Look.at(SampleFiles.file(folder, content)));
    }

    private static byte[] many() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 5_001; i++) parts.put(i + ".pdf", new byte[1]);
        return SampleFiles.zip(parts);
    }

    /// A good archive whose directory says that its entry is encrypted.
    private static byte[] encrypted() {
        byte[] zip = SampleFiles.zip(Map.of("a.pdf", SampleFiles.pdf()));
        int entry = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[entry + 8] |= 1;
        return zip;
    }

    /// A picture that says it has 100,000 × 100,000 pixels.
    private static byte[] huge() {
        byte[] png = SampleFiles.png();
        ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        return png;
    }
}
