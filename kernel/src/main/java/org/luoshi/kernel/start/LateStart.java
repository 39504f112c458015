package org.luoshi.kernel.start;

import org.luoshi.kernel.text.Text;

/// Something that the first page does not need and that takes a while to start, such as an engine of processes.
///
/// It starts once the port is open, beside the pages being served; until it has, the server says that it is not
/// ready yet, and who needs it earlier must say so too.
public interface LateStart {

    /// What starts, in a few words.
    Text title();

    /// Returns when it works.
    void start() throws Exception;
}
