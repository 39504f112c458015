package org.luoshi.kernel.measure;

import org.luoshi.kernel.text.Text;

/// Somebody asked for tonnes in kilowatt hours. Check [UnitOfMeasure#isCompatibleWith] first where users choose units.
public final class IncompatibleUnitsException extends IllegalArgumentException {

    private final transient Text reason;

    IncompatibleUnitsException(UnitOfMeasure from, UnitOfMeasure to) {
        this(new Text(
                "`%s` 是%s，`%s` 是%s，不能换算"
                        .formatted(from, from.dimension().label().zh(), to, to.dimension().label().zh()),
                "`%s` is %s and `%s` is %s: one cannot be told in the other"
                        .formatted(from, from.dimension().label().en(), to, to.dimension().label().en())));
    }

    private IncompatibleUnitsException(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    public Text reason() {
        return reason;
    }
}
