package org.luoshi.kernel.clock;

import org.luoshi.kernel.text.Text;

/// Which days a limit counts.
public enum DayCount {
    WORKING(new Text("工作日", "working days")),
    NATURAL(new Text("自然日", "natural days"));

    private final Text label;

    DayCount(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
