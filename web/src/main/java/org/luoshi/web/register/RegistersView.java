package org.luoshi.web.register;

import java.util.List;
import org.luoshi.kernel.text.Text;

/// All registers, by pack.
public record RegistersView(List<Pack> packs) {

    public record Pack(Text title, Text summary, boolean synthetic, List<Line> lines) {}

    /// @param count as written: exact, or "at least"
    public record Line(String href, Text title, String id, Text count, boolean mayWrite, boolean mayImport) {}
}
