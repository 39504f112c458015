package org.luoshi.pack.process;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A field of a form that takes files 附件. It is no field of a register: what is in a file is no fact that could be
/// counted.
///
/// @param kinds what is taken, judged by content
/// @param megabytes largest size of one file, in units of 2^20 bytes
/// @param most files in one form
/// @param required whether an application that asks for it is refused without
/// @param personal whether it holds personal data: only who has the task opens it, and each reading is logged
public record FileField(
        String id,
        Text title,
        @Nullable Text help,
        Set<FileKind> kinds,
        int megabytes,
        int most,
        boolean required,
        boolean personal) {

    /// What one file may weigh at most, whatever a pack says.
    public static final int LARGEST_MEGABYTES = 50;

    public FileField {
        if (kinds.isEmpty()) throw new IllegalArgumentException("%s takes no kind of file".formatted(id));
        kinds = Set.copyOf(kinds);
    }

    public long bytes() {
        return (long) megabytes << 20;
    }

    /// The kinds in a fixed order.
    public Set<FileKind> orderedKinds() {
        return EnumSet.copyOf(kinds);
    }
}
