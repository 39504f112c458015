package org.luoshi.pack.monitoring;

import java.math.BigDecimal;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// What sensors of one kind measure 观测属性.
///
/// @param unit  of every reading
/// @param least that such a sensor can report; what is below is a fault and no reading
/// @param most  the same upwards
public record ObservedProperty(QualifiedId id, Text title, UnitOfMeasure unit, BigDecimal least, BigDecimal most) {

    public ObservedProperty {
        if (least.compareTo(most) >= 0)
            throw new IllegalArgumentException("%s: need least < most, got %s and %s".formatted(id, least, most));
    }
}
