package org.luoshi.kernel.clock;

import org.luoshi.kernel.text.Text;

/// Whose time a clock counts.
public enum ClockHolder {
    APPLICANT(new Text("申请人", "applicant")),
    AGENCY(new Text("行政机关", "agency")),
    EXPERT(new Text("专家", "expert")),
    THIRD_PARTY(new Text("第三方机构", "third party"));

    private final Text label;

    ClockHolder(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }
}
