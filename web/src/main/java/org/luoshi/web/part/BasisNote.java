package org.luoshi.web.part;

import java.util.List;

/// Says in words by whose units figures are shown, and leads to the other way.
///
/// @param others units that do not exist on the chosen day, and where they count
public record BasisNote(String words, String href, String other, List<String> others) {
    public BasisNote {
        others = List.copyOf(others);
    }
}
