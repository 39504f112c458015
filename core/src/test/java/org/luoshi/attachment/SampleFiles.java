package org.luoshi.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Files as people give them, good and bad; all of them made here.
public final class SampleFiles {

    private static final String TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.%s.main+xml\"/></Types>";

    private SampleFiles() {}

    public static byte[] pdf() {
        return pdf(null, false);
    }

    /// Its script lies in a compressed object stream.
    public static byte[] pdfWithScript() {
        return pdf("app.alert('synthetic')", false);
    }

    public static byte[] pdfWithPassword() {
        return pdf(null, true);
    }

    private static byte[] pdf(String script, boolean locked) {
        return written(out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                if (script != null) document.getDocumentCatalog().setOpenAction(new PDActionJavaScript(script));
                if (locked) document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
                document.save(out);
            }
        });
    }

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] jpeg() {
        return picture("jpeg");
    }

    private static byte[] picture(String format) {
        return written(out -> ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out));
    }

    public static byte[] docx() {
        return written(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("合成");
                document.write(out);
            }
        });
    }

    public static byte[] xlsx() {
        return written(out -> {
            try (XSSFWorkbook book = new XSSFWorkbook()) {
                book.createSheet("合成").createRow(0).createCell(0).setCellValue(1);
                book.write(out);
            }
        });
    }

    public static byte[] ofd() {
        return zip(Map.of("OFD.xml", "<OFD/>".getBytes(StandardCharsets.UTF_8), "Doc_0/Document.xml", new byte[10]));
    }

    /// A Word document whose content types say that it is plain, with a part beside.
    public static byte[] docxWith(String part, byte[] content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types("openxmlformats-officedocument.wordprocessingml.document"));
        parts.put("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8));
        parts.put(part, content);
        return zip(parts);
    }

    public static byte[] docm() {
        return zip(Map.of("[Content_Types].xml", types("ms-word.document.macroEnabled"), "word/document.xml", new byte[1]));
    }

    private static byte[] types(String kind) {
        return TYPES.formatted(kind).getBytes(StandardCharsets.UTF_8);
    }

    /// What every old Office document, embedded object and encrypted document begins with.
    public static byte[] compound() {
        byte[] bytes = new byte[1024];
        byte[] begins = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        System.arraycopy(begins, 0, bytes, 0, begins.length);
        return bytes;
    }

    public static byte[] program() {
        return "MZ\u0090\0\u0003 synthetic".getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Zeros that pack to a thousandth.
    ///
    /// @param megabytes when unpacked
    public static byte[] bomb(int megabytes) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("OFD.xml"));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < megabytes; i++) zip.write(zeros);
                zip.closeEntry();
            }
        });
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    /// @param folder in which it is put
    public static Path file(Path folder, byte[] content) {
        try {
            Path file = Files.createTempFile(folder, "sample", null);
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
