package org.luoshi.register.internal.load;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.register.CellError;

/// Walks the file beside the list of bad rows, both in order of row.
final class BadRows implements RowSource.Sink {

    private final ResultSet found;
    private final List<Check> checks;
    private final Header header;
    private final ErrorList errors;
    private final Watch watch;
    private boolean more;

    /// @param found `_row`, `_rule`, `_detail`, ordered by row
    BadRows(ResultSet found, List<Check> checks, Header header, ErrorList errors, Watch watch) throws SQLException {
        this.found = found;
        this.checks = checks;
        this.header = header;
        this.errors = errors;
        this.watch = watch;
        this.more = found.next();
    }

    @Override
    public void row(long number, List<String> cells) throws IOException {
        watch.check();
        try {
            List<CellError> ofRow = new ArrayList<>();
            while (more && found.getLong(1) == number) {
                ofRow.add(error(number, checks.get(found.getInt(2)), String.valueOf(found.getString(3)), cells));
                more = found.next();
            }
            if (!ofRow.isEmpty()) {
                errors.add(ofRow, cells);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private CellError error(long number, Check check, String detail, List<String> cells) {
        int column = header.column(check.field());
        String head = column < 0 ? null : header.heads().get(column);
        String value = column < 0 || column >= cells.size() ? "" : ErrorList.shorten(cells.get(column));
        return new CellError(number, head, check.field(), value, check.message().apply(detail));
    }
}
