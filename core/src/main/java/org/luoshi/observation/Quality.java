package org.luoshi.observation;

/// What has to be known of an observation before it is used.
public enum Quality {
    GOOD(0),
    /// Newer ones of its datastream were stored before it.
    LATE(1),
    /// A number was due and something else came, NaN and the infinities included; what came is kept as words.
    NO_NUMBER(2),
    /// A number beyond what the datastream can measure.
    OUT_OF_RANGE(3),
    /// Not an observation: what was observed at this moment was taken back.
    WITHDRAWN(4);

    private final short code;

    Quality(int code) {
        this.code = (short) code;
    }

    /// As it is stored, for ever.
    public short code() {
        return code;
    }

    public static Quality of(short code) {
        for (Quality quality : values()) if (quality.code == code) return quality;
        throw new IllegalArgumentException("no quality " + code);
    }
}
