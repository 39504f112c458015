package org.luoshi.compiler.internal.mistake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.EditDistance;
import org.luoshi.kernel.text.Text;

/// Members of a closed set, as a mistake lists them.
public final class Members {

    private static final int ALL = 8;
    private static final int NEAREST = 4;

    private Members() {}

    /// Every member up to eight, in the order given; past that the nearest four to what was written.
    public static Text of(Collection<String> members, String written) {
        if (members.size() <= ALL) return list(members);
        Text nearest = list(EditDistance.nearest(written, members, NEAREST));
        return new Text(
                nearest.zh() + "……（共 " + members.size() + " 个）", nearest.en() + " … (of " + members.size() + ")");
    }

    public static Text list(Collection<String> members) {
        List<String> quoted = members.stream().map(m -> "`" + m + "`").toList();
        return new Text(quoted.stream().collect(Collectors.joining("、")), String.join(", ", quoted));
    }

    /// The one member worth asking about.
    public static Optional<String> meant(String written, Collection<String> members) {
        return EditDistance.suggestion(written, members);
    }
}
