package org.luoshi.register.internal.load;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A file of separated values.
final class CsvSource implements RowSource {

    /// Longest record in characters; more is a file with a quote that is never closed.
    private static final int LONGEST_RECORD = 4 << 20;

    private static final int SAMPLED_LINES = 5;
    private static final String DELIMITERS = ",;\t|，";

    private final Path file;
    private final TextEncoding encoding;
    private final char delimiter;
    private final List<Text> notes = new ArrayList<>();
    private final AtomicLong bytesRead = new AtomicLong();

    /// @param delimiter null to detect
    CsvSource(Path file, TextEncoding encoding, @Nullable Character delimiter) throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.delimiter = delimiter == null ? detect() : delimiter;
        notes.add(encoding.note());
        String name = this.delimiter == '\t' ? "Tab" : "「" + this.delimiter + "」";
        String nameEn = this.delimiter == '\t' ? "tab" : "\"" + this.delimiter + "\"";
        notes.add(new Text("分隔符 " + name, "delimiter " + nameEn));
    }

    @Override
    public void read(Sink sink) throws IOException, ImportProblem {
        long number = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_RECORD)
                        .ofCsvRecord(new InputStreamReader(open(), encoding.charset()));
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                sink.row(++number, record.getFields());
            }
        } catch (CsvParseException e) {
            throw new ImportProblem(
                    "CSV 第 %d 行起读不下去：引号没有成对，或一行超过 4 百万字".formatted(number + 1),
                    "the CSV cannot be read on from row %d: a quotation mark is never closed, or a row has more than 4 million characters"
                            .formatted(number + 1),
                    e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public List<Text> notes() {
        return notes;
    }

    @Override
    public long bytesRead() {
        return bytesRead.get();
    }

    private InputStream open() throws IOException {
        bytesRead.set(0);
        InputStream in = new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int count = super.read(target, from, length);
                bytesRead.addAndGet(Math.max(count, 0));
                return count;
            }
        };
        in.skipNBytes(encoding.mark());
        return in;
    }

    /// The sign that occurs most often in the first lines outside quotes.
    private char detect() throws IOException {
        int[] counts = new int[DELIMITERS.length()];
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(), encoding.charset()))) {
            boolean quoted = false;
            int lines = 0;
            int c;
            while (lines < SAMPLED_LINES && (c = reader.read()) >= 0) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && c == '\n') {
                    lines++;
                } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                    counts[DELIMITERS.indexOf(c)]++;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return DELIMITERS.charAt(best);
    }
}
