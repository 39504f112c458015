package org.luoshi.briefing;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.luoshi.pack.BriefingLayout;

/// What a briefing is about.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Subject {

    record City() implements Subject {}

    /// What the unit leads, with the units under it, and what it assists.
    record OfUnit(String unit) implements Subject {}

    record OfFocus(String focus) implements Subject {}

    /// As kept in tables and addresses: `city`, `unit:chenghua`, `focus:park_reform`.
    default String key() {
        return switch (this) {
            case City() -> "city";
            case OfUnit(String unit) -> "unit:" + unit;
            case OfFocus(String focus) -> "focus:" + focus;
        };
    }

    /// @throws IllegalArgumentException for a text that [#key] does not write
    static Subject parse(String key) {
        if (key.equals("city")) return new City();
        if (key.startsWith("unit:") && key.length() > 5) return new OfUnit(key.substring(5));
        if (key.startsWith("focus:") && key.length() > 6) return new OfFocus(key.substring(6));
        throw new IllegalArgumentException("need `city`, `unit:ID` or `focus:ID`, got `" + key + "`");
    }

    default BriefingLayout.Subject kind() {
        return switch (this) {
            case City() -> BriefingLayout.Subject.CITY;
            case OfUnit(var unit) -> BriefingLayout.Subject.UNIT;
            case OfFocus(var focus) -> BriefingLayout.Subject.FOCUS;
        };
    }
}
