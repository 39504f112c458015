package org.luoshi.register.internal.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.lookup.Known;

/// Gathers the cells of a sheet into rows.
final class SheetRows implements SheetContentsHandler {

    /// Carries what went wrong in the sink through the XML parser, which knows no checked exceptions.
    static final class Interrupted extends RuntimeException {

        Interrupted(Exception cause) {
            super(cause);
        }

        void rethrow() throws IOException, ImportProblem {
            switch (Known.present(getCause(), "cause of the interruption")) {
                case IOException e -> throw e;
                case ImportProblem e -> throw e;
                default -> throw this;
            }
        }
    }

    private final RowSource.Sink sink;
    private final List<String> cells = new ArrayList<>();
    private int row;

    SheetRows(RowSource.Sink sink) {
        this.sink = sink;
    }

    @Override
    public void startRow(int number) {
        row = number;
        cells.clear();
    }

    @Override
    public void cell(@Nullable String reference, String value, @Nullable XSSFComment comment) {
        int column = reference == null ? cells.size() : new CellReference(reference).getCol();
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(value == null ? "" : value);
    }

    @Override
    public void endRow(int number) {
        try {
            sink.row(row + 1L, List.copyOf(cells));
        } catch (IOException | ImportProblem e) {
            throw new Interrupted(e);
        }
    }
}
