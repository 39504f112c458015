package org.luoshi.web.series;

import java.util.Locale;

/// How a figure stands, by the codes of SDMX's code list CL_OBS_STATUS.
public enum ObservationStatus {
    /// The period is over and every change is in it.
    NORMAL("A"),
    /// The period still runs, or a change has not been counted yet.
    PROVISIONAL("P"),
    /// No figure.
    MISSING("O"),
    /// The unit did not exist.
    IMPOSSIBLE("M");

    private final String code;

    ObservationStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    String message() {
        return "series.status." + name().toLowerCase(Locale.ROOT);
    }
}
