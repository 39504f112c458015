package org.luoshi.register.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;

class ReadAheadTest {

    @Test
    void everyRowComesOnceAndInOrder() throws Exception {
        List<Long> numbers = new ArrayList<>();
        new ReadAhead(source(10_000, null)).read((number, cells) -> {
            assertThat(cells).containsExactly("row " + number);
            numbers.add(number);
        });
        assertThat(numbers).hasSize(10_000).isSorted().endsWith(10_000L);
    }

    @Test
    void whatFailsInTheFileComesAfterTheRowsBeforeIt() {
        List<Long> numbers = new ArrayList<>();
        assertThatThrownBy(() -> new ReadAhead(source(700, new IOException("torn"))).read((number, cells) -> numbers.add(number)))
                .isInstanceOf(IOException.class)
                .hasMessage("torn");
        assertThat(numbers).hasSize(700);
    }

    @Test
    void whenTheTakerFailsTheReaderEndsToo() {
        assertThatThrownBy(() -> new ReadAhead(source(Long.MAX_VALUE, null)).read((number, cells) -> {
                    if (number == 5_000) {
                        throw new ImportProblem("坏", "bad");
                    }
                }))
                .isInstanceOf(ImportProblem.class);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("import-reader"));
    }

    @Test
    void whatBreaksTheReaderItselfIsToldToo() {
        RowSource broken = new RowSource() {
            @Override
            public void read(Sink sink) {
                throw new StackOverflowError("too deep");
            }

            @Override
            public List<Text> notes() {
                return List.of();
            }

            @Override
            public long bytesRead() {
                return 0;
            }
        };
        assertThatThrownBy(() -> new ReadAhead(broken).read((number, cells) -> {}))
                .isInstanceOf(StackOverflowError.class);
    }

    private static RowSource source(long rows, @Nullable IOException end) {
        return new RowSource() {
            @Override
            public void read(Sink sink) throws IOException, ImportProblem {
                for (long i = 1; i <= rows; i++) {
                    sink.row(i, List.of("row " + i));
                }
                if (end != null) {
                    throw end;
                }
            }

            @Override
            public List<Text> notes() {
                return List.of();
            }

            @Override
            public long bytesRead() {
                return 0;
            }
        };
    }
}
