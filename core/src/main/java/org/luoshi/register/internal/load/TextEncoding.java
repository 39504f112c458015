package org.luoshi.register.internal.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.luoshi.kernel.text.Text;

/// Which encoding a text file is in. UTF-8 with and without mark and GB18030 are all normal here.
///
/// Whole file, not a sample: a wrong guess would show only in the row that nobody looks at.
///
/// @param mark bytes of the byte order mark at the start
record TextEncoding(Charset charset, int mark, Text note) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK = 1 << 16;

    static TextEncoding detect(Path file) throws IOException, ImportProblem {
        byte[] start = start(file);
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return checked(file, new TextEncoding(StandardCharsets.UTF_8, 3, said("UTF-8（有 BOM）", "UTF-8 with BOM")));
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, said("UTF-16LE", "UTF-16LE"));
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, said("UTF-16BE", "UTF-16BE"));
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return new TextEncoding(StandardCharsets.UTF_8, 0, said("UTF-8", "UTF-8"));
        }
        if (decodes(file, GB18030)) {
            return new TextEncoding(GB18030, 0, said("GB18030（不是有效的 UTF-8）", "GB18030, as it is no valid UTF-8"));
        }
        throw new ImportProblem(
                "文件既不是 UTF-8 也不是 GB18030；另存为 CSV UTF-8 再试",
                "the file is neither UTF-8 nor GB18030; save it as CSV UTF-8 and try again");
    }

    /// The encoding somebody named.
    static TextEncoding of(Path file, Charset charset) throws IOException, ImportProblem {
        int mark = charset.equals(StandardCharsets.UTF_8) && startsWith(start(file), 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String name = charset.name();
        return checked(file, new TextEncoding(charset, mark, new Text("编码按指定的 " + name, "encoding as named: " + name)));
    }

    private static TextEncoding checked(Path file, TextEncoding encoding) throws IOException, ImportProblem {
        if (!decodes(file, encoding.charset())) {
            throw new ImportProblem(
                    "文件里有不是 %s 的字节".formatted(encoding.charset()),
                    "the file has bytes that are not %s".formatted(encoding.charset()));
        }
        return encoding;
    }

    private static Text said(String zh, String en) {
        return new Text("编码判断为 " + zh, "encoding taken to be " + en);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(3);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer chars = CharBuffer.allocate(BLOCK);
        try (var in = Files.newByteChannel(file)) {
            boolean end = false;
            while (!end) {
                end = in.read(bytes) < 0;
                bytes.flip();
                CoderResult result;
                do {
                    chars.clear();
                    result = decoder.decode(bytes, chars, end);
                } while (result.isOverflow());
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        }
    }
}
