package org.luoshi.register.internal.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.Sheet;

/// Comma-separated values; numbers stay numbers, texts are never formulas.
public final class CsvSheet implements Sheet {

    private final CsvWriter writer;

    public CsvSheet(OutputStream out, Charset charset, boolean mark) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, charset));
        if (mark) {
            text.write('\ufeff');
        }
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    @Override
    public void head(List<String> titles) {
        writer.writeRecord(titles.stream().map(SafeText::of).toList());
    }

    @Override
    public void row(List<String> texts, List<@Nullable Object> values) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(values.get(i) instanceof Number ? texts.get(i) : SafeText.of(texts.get(i)));
        }
        writer.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
