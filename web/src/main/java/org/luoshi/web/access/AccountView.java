package org.luoshi.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessKey;
import org.luoshi.kernel.text.Text;

/// One's own account.
///
/// @param made the key that was just made, shown this once; null where none was
/// @param mistake what is wrong with the key that was asked for; null where nothing is
public record AccountView(
        String account,
        Text name,
        List<GrantLine> grants,
        List<AccessKey> keys,
        @Nullable String made,
        @Nullable Text mistake,
        String title) {

    public record GrantLine(Text role, Text unit) {}
}
