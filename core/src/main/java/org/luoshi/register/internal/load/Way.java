package org.luoshi.register.internal.load;

import java.io.IOException;
import java.sql.SQLException;
import org.luoshi.audit.Change;

/// How the rows that were read get into the table.
sealed interface Way permits Fill, Merge {

    /// What becomes of the good rows.
    record Counts(long created, long updated, long unchanged) {

        boolean anything() {
            return created + updated > 0;
        }
    }

    /// Tells bad rows to the list of errors.
    Counts check() throws IOException, ImportProblem, SQLException;

    /// Number of the latest change that the check can have known.
    long checkedAfter();

    /// Under the lock of the change, where another one came in between.
    ///
    /// @throws ImportProblem if the check would find something else now
    void checkAgain() throws SQLException, ImportProblem;

    /// Writes all or throws.
    ///
    /// @return whether the register was empty before
    boolean write(Change change, Counts counts) throws IOException, SQLException;

    static ImportProblem overtaken() {
        return new ImportProblem(
                "导入期间别人改了有关的记录，什么都没有写入；再导入一次",
                "somebody changed records that this import depends on; nothing was written, import again");
    }
}
