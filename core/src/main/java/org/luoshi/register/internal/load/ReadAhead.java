package org.luoshi.register.internal.load;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// Reads a file on a thread of its own, some blocks ahead of whoever takes the rows.
final class ReadAhead implements RowSource {

    /// Rows of a block, and characters from which it is full with fewer.
    private static final int BLOCK = 512;
    private static final int LARGE = 1 << 17;
    private static final int BLOCKS_AHEAD = 4;

    private record Row(long number, List<String> cells) {}

    /// @param last whether none follows
    /// @param failure of reading, after the rows
    private record Block(List<Row> rows, boolean last, @Nullable Throwable failure) {}

    private final RowSource source;

    ReadAhead(RowSource source) {
        this.source = source;
    }

    @Override
    public void read(Sink sink) throws IOException, ImportProblem {
        BlockingQueue<Block> queue = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
        Thread reader = Thread.ofPlatform().name("import-reader").daemon().start(() -> fill(queue));
        try {
            take(queue, sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            end(reader);
        }
    }

    private static void take(BlockingQueue<Block> queue, Sink sink) throws IOException, ImportProblem, InterruptedException {
        Block block;
        do {
            block = queue.take();
            for (Row row : block.rows()) {
                sink.row(row.number(), row.cells());
            }
        } while (!block.last());
        switch (block.failure()) {
            case null -> {
                // the end of the file
            }
            case IOException e -> throw e;
            case ImportProblem e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(block.failure());
        }
    }

    private void fill(BlockingQueue<Block> queue) {
        Filling filling = new Filling(queue);
        try {
            try {
                source.read(filling);
                filling.end(null);
            } catch (IOException | ImportProblem | RuntimeException | Error e) {
                filling.end(e); // whoever takes the rows would wait for ever
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody takes the rows any more
        }
    }

    /// Waits, so that the file is free again.
    private static void end(Thread reader) {
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Filling implements Sink {

        private final BlockingQueue<Block> queue;
        private List<Row> rows = new ArrayList<>(BLOCK);
        private int size;

        private Filling(BlockingQueue<Block> queue) {
            this.queue = queue;
        }

        @Override
        public void row(long number, List<String> cells) throws IOException {
            rows.add(new Row(number, cells));
            for (int i = 0; i < cells.size(); i++) {
                size += cells.get(i).length();
            }
            if (rows.size() == BLOCK || size >= LARGE) {
                try {
                    queue.put(new Block(rows, false, null));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
                rows = new ArrayList<>(BLOCK);
                size = 0;
            }
        }

        private void end(@Nullable Throwable failure) throws InterruptedException {
            queue.put(new Block(rows, true, failure));
        }
    }

    @Override
    public List<Text> notes() {
        return source.notes();
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }
}
