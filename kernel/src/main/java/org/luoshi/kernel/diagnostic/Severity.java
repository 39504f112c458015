package org.luoshi.kernel.diagnostic;

import org.luoshi.kernel.text.Text;

/// How much a diagnostic matters. The third word one expects, "warning", means 预警 here.
public enum Severity {
    /// Stops activation.
    ERROR(new Text("错误", "error")),
    /// May be silenced by code in the file.
    ADVICE(new Text("建议", "advice"));

    private final Text label;

    Severity(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
