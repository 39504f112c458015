package org.luoshi.register;

import java.math.BigDecimal;

/// A place in degrees, in the datum its field declares.
public record Point(BigDecimal longitude, BigDecimal latitude) {

    @Override
    public String toString() {
        return longitude.stripTrailingZeros().toPlainString() + "," + latitude.stripTrailingZeros().toPlainString();
    }
}
