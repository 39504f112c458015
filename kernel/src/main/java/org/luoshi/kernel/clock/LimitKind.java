package org.luoshi.kernel.clock;

import org.luoshi.kernel.text.Text;

/// Which of a clock's two limits.
public enum LimitKind {
    LEGAL(new Text("法定时限", "legal limit")),
    PROMISED(new Text("承诺时限", "promised limit"));

    private final Text label;

    LimitKind(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
