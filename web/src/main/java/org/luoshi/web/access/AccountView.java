package org.luoshi.web.access;

import java.util.List;
import org.luoshi.kernel.text.Text;

/// One's own account.
public record AccountView(String account, Text name, List<GrantLine> grants) {

    public record GrantLine(Text role, Text unit) {}
}
