package org.luoshi.compiler.internal.file;

import static org.luoshi.compiler.internal.mistake.FileMistakes.GB18030;
import static org.luoshi.compiler.internal.mistake.FileMistakes.NOT_TEXT;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.kernel.diagnostic.Span;

/// Bytes to text. Packs are UTF-8, with or without a byte order mark.
public final class Decoding {

    private static final int SAMPLE = 12;

    private Decoding() {}

    /// The text without a byte order mark, or empty when it is no UTF-8: then that has been told.
    public static Optional<String> decode(String file, byte[] bytes, Findings findings) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, text, true);
        if (!result.isError()) {
            String read = text.flip().toString();
            return Optional.of(read.startsWith("\uFEFF") ? read.substring(1) : read);
        }
        Optional<String> sample = gb18030(bytes);
        findings.report(
                sample.isPresent()
                        ? GB18030.at(Span.ofFile(file)).with("sample", sample)
                        : NOT_TEXT.at(Span.ofFile(file)).with("offset", in.position() + 1));
        return Optional.empty();
    }

    /// The first Chinese characters, if the bytes are text in GB18030.
    private static Optional<String> gb18030(byte[] bytes) {
        try {
            String text = Charset.forName("GB18030")
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int[] han = text.codePoints()
                    .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                    .limit(SAMPLE)
                    .toArray();
            boolean binary = text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t');
            return binary || han.length == 0 ? Optional.empty() : Optional.of(new String(han, 0, han.length));
        } catch (CharacterCodingException no) {
            return Optional.empty();
        }
    }
}
