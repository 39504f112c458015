package org.luoshi.kernel.measure;

import java.util.Optional;
import org.luoshi.kernel.text.Text;

/// A unit counted by the ten thousand 万 or the hundred million 亿, as Chinese statistics do: 万人, 亿m3.
///
/// @param sign 万 or 亿
/// @param unit what follows it
record Multiple(Sign sign, String unit) {

    enum Sign {
        WAN("万", "10000", "ten thousand"),
        YI("亿", "100000000", "hundred million");

        private final String character;
        private final Fraction factor;
        private final String english;

        Sign(String character, String factor, String english) {
            this.character = character;
            this.factor = Fraction.of(factor);
            this.english = english;
        }
    }

    static Optional<Multiple> of(String word) {
        for (Sign sign : Sign.values())
            if (word.startsWith(sign.character) && word.length() > 1)
                return Optional.of(new Multiple(sign, word.substring(1)));
        return Optional.empty();
    }

    /// Empty when what follows is no declared unit, is itself a multiple, or is a mere share (a 万percent is a slip).
    Optional<UnitOfMeasure> resolve(UnitsOfMeasure units) {
        if (of(unit).isPresent()) return Optional.empty();
        return units.declared(unit).filter(one -> !one.isPureNumber()).map(this::times);
    }

    private UnitOfMeasure times(UnitOfMeasure one) {
        Text label = new Text(sign.character + one.label().zh(), sign.english + " " + one.label().en());
        return UnitOfMeasure.atom(
                sign.character + one.symbol(), label, one.dimension(), one.factor().times(sign.factor));
    }
}
