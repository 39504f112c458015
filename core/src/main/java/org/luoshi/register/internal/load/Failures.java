package org.luoshi.register.internal.load;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// What failed around an import, in words: disk, connection, file.
final class Failures {

    private Failures() {}

    /// @param databaseFolder of the database, where it is on this machine
    /// @return null for what should not happen at all
    static @Nullable Text explain(Exception failure, @Nullable Path databaseFolder) {
        SQLException sql = FileImport.find(failure, SQLException.class);
        if (sql != null) {
            return ofDatabase(sql, databaseFolder);
        }
        IOException file = FileImport.find(failure, FileSystemException.class);
        if (file == null) {
            file = FileImport.find(failure, IOException.class);
        }
        return file == null ? null : ofFile(file);
    }

    /// Whether nobody here can tell what became of the transaction.
    static boolean isLostConnection(Exception failure) {
        SQLException sql = FileImport.find(failure, SQLException.class);
        return sql != null && isLost(String.valueOf(sql.getSQLState()));
    }

    private static boolean isLost(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }

    static Text ofFile(IOException failure) {
        String where = failure instanceof FileSystemException named ? named.getFile() : "";
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return new Text("没有文件 " + where, "there is no file " + where);
        }
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            return new Text(
                    "磁盘已满，写不下 %s。什么都没有写入登记表；腾出空间再导入".formatted(where),
                    "the disk is full and %s could not be written. Nothing went into the register; free some space and import again".formatted(where));
        }
        return new Text("文件读写失败：" + message, "reading or writing a file failed: " + message);
    }

    /// The failure with the file that it befell, which the system does not always name.
    static IOException at(Path file, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }

    private static @Nullable Text ofDatabase(SQLException failure, @Nullable Path folder) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals("53100")) {
            return new Text(
                    "数据库的磁盘已满%s。什么都没有写入；腾出空间再导入".formatted(folder == null ? "" : "：" + folder),
                    "the database's disk is full%s. Nothing was written; free some space and import again"
                            .formatted(folder == null ? "" : ": " + folder));
        }
        if (state.equals("58030")) {
            return new Text(
                    "数据库读写磁盘失败，什么都没有写入：" + failure.getMessage(),
                    "the database could not read or write its disk, and nothing was written: " + failure.getMessage());
        }
        if (isLost(state)) {
            return new Text(
                    "与数据库的连接断了，什么都没有写入；再导入一次",
                    "the connection to the database was lost and nothing was written; import again");
        }
        if (state.startsWith("53")) {
            return new Text("数据库资源不足：" + failure.getMessage(), "the database lacks resources: " + failure.getMessage());
        }
        if (state.startsWith("23")) {
            return new Text(
                    "数据库约束拒绝了某一行：" + failure.getMessage(), "a database constraint refused a row: " + failure.getMessage());
        }
        return null;
    }
}
