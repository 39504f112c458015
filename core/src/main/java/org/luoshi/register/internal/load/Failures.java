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

    /// @return null for what should not happen at all
    static @Nullable Text explain(Exception failure) {
        SQLException sql = FileImport.find(failure, SQLException.class);
        if (sql != null) {
            return ofDatabase(sql);
        }
        NoSuchFileException missing = FileImport.find(failure, NoSuchFileException.class);
        if (missing != null) {
            return new Text("没有文件 " + missing.getFile(), "there is no file " + missing.getFile());
        }
        FileSystemException files = FileImport.find(failure, FileSystemException.class);
        String message = String.valueOf(failure.getMessage());
        if (message.contains("No space left")) {
            return new Text("磁盘已满，什么都没有写入；腾出空间再导入", "the disk is full and nothing was written; free some space and import again");
        }
        if (files != null || FileImport.find(failure, IOException.class) != null) {
            return new Text("文件读写失败：" + message, "reading or writing a file failed: " + message);
        }
        return null;
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

    private static @Nullable Text ofDatabase(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals("53100") || state.equals("58030")) {
            return new Text(
                    "数据库的磁盘已满，什么都没有写入；腾出空间再导入",
                    "the database's disk is full and nothing was written; free some space and import again");
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
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
