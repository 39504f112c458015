package org.luoshi.register.internal.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table file that is written row by row.
interface Sheet extends AutoCloseable {

    void head(List<String> titles) throws IOException;

    /// @param texts of the cells
    /// @param values behind them, from which numbers and dates keep their type where the format has types
    void row(List<String> texts, List<@Nullable Object> values) throws IOException;

    @Override
    void close() throws IOException;
}
