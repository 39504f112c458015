package org.luoshi.attachment.internal.look;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.luoshi.kernel.text.Text;

/// What a file begins with.
enum Signature {
    PDF("255044462d"),
    PNG("89504e470d0a1a0a"),
    JPEG("ffd8ff"),
    ZIP("504b0304");

    /// Bytes that are looked at.
    static final int BYTES = 64;

    /// What is often given and not taken, so that it is named.
    private static final Map<String, Text> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put("4d5a", new Text("Windows 程序", "a Windows program"));
        OTHERS.put("7f454c46", new Text("Linux 程序", "a Linux program"));
        OTHERS.put("cafebabe", new Text("程序", "a program"));
        OTHERS.put("2321", new Text("脚本", "a script"));
        OTHERS.put("52617221", new Text("RAR 压缩包", "a RAR archive"));
        OTHERS.put("377abcaf271c", new Text("7z 压缩包", "a 7z archive"));
        OTHERS.put("1f8b", new Text("gzip 压缩包", "a gzip archive"));
        OTHERS.put("504b0506", new Text("空的 ZIP 压缩包", "an empty ZIP archive"));
        OTHERS.put("47494638", new Text("GIF 图片", "a GIF picture"));
        OTHERS.put("424d", new Text("BMP 图片", "a BMP picture"));
        OTHERS.put("49492a00", new Text("TIFF 图片", "a TIFF picture"));
        OTHERS.put("4d4d002a", new Text("TIFF 图片", "a TIFF picture"));
        OTHERS.put("52494646", new Text("WebP 或视频", "WebP or a film"));
        OTHERS.put("7b5c727466", new Text("RTF 文档", "an RTF document"));
    }

    private static final String COMPOUND = "d0cf11e0a1b11ae1";

    private final byte[] begins;

    Signature(String begins) {
        this.begins = HexFormat.of().parseHex(begins);
    }

    /// @throws Unfit naming what it seems to be, where it is none
    static Signature of(byte[] head) throws Unfit {
        for (Signature signature : values()) {
            if (starts(head, signature.begins)) return signature;
        }
        if (isCompound(head)) {
            throw new Unfit(
                    "是旧版 Office 文档，或设了打开密码的文档；请另存为 DOCX、XLSX 或 PDF，去掉密码",
                    "it is a document of an old Office, or one with a password; save it as DOCX, XLSX or PDF without a password");
        }
        for (Map.Entry<String, Text> other : OTHERS.entrySet()) {
            if (starts(head, HexFormat.of().parseHex(other.getKey()))) throw other(other.getValue());
        }
        String words = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (words.startsWith("<!doctype") || words.startsWith("<html") || words.startsWith("<script") || words.startsWith("<svg")) {
            throw other(new Text("网页", "a web page"));
        }
        throw new Unfit("认不出是什么文件", "it cannot be told what it is");
    }

    /// OLE2, the container of old Office documents, macros, embedded objects and encrypted documents.
    static boolean isCompound(byte[] head) {
        return starts(head, HexFormat.of().parseHex(COMPOUND));
    }

    private static Unfit other(Text what) {
        return new Unfit("内容是" + what.zh() + "，不收", "its content is " + what.en() + ", which is not taken");
    }

    private static boolean starts(byte[] head, byte[] begins) {
        return head.length >= begins.length
                && Arrays.equals(head, 0, begins.length, begins, 0, begins.length);
    }
}
