package org.luoshi.kernel.unit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.luoshi.kernel.text.Text;

/// Which of the two geographies 口径 a tree follows. One figure never mixes them.
public enum Basis {
    /// 行政区划: who governs.
    ADMINISTRATIVE(new Text("行政区划口径", "administrative basis")),
    /// 统计区划: where it is counted; functional areas stand beside districts.
    STATISTICAL(new Text("统计口径", "statistical basis"));

    private final Text label;

    Basis(Text label) {
        this.label = label;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Basis> find(String id) {
        return Arrays.stream(values()).filter(basis -> basis.id().equals(id)).findFirst();
    }

    public Text label() {
        return label;
    }
}
