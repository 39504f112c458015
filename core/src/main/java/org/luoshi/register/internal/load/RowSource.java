package org.luoshi.register.internal.load;

import java.io.IOException;
import java.util.List;
import org.luoshi.kernel.text.Text;

/// The rows of a file, which can be read more than once.
interface RowSource {

    /// Takes rows as they come.
    interface Sink {

        /// @param number as a spreadsheet counts, the first is 1
        /// @param cells texts, empty for empty cells; may be fewer than the header has
        void row(long number, List<String> cells) throws IOException, ImportProblem;
    }

    void read(Sink sink) throws IOException, ImportProblem;

    /// What was assumed; complete once the rows have been read.
    List<Text> notes();

    /// Bytes of the file read so far, 0 where that is not known.
    long bytesRead();
}
