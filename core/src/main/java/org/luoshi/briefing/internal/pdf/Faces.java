package org.luoshi.briefing.internal.pdf;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openpdf.text.pdf.BaseFont;

/// The faces of one document, and the characters that none of them has.
final class Faces {

    /// Printed in place of a character that no face has, as printers do: 〓.
    private static final int GETA = 0x3013;

    private final Map<Face, BaseFont> loaded = new EnumMap<>(Face.class);
    private final Set<Integer> missing = new TreeSet<>();

    BaseFont font(Face face) {
        return loaded.computeIfAbsent(face, Face::load);
    }

    /// The face itself, or the body's for a character that it lacks.
    Face having(int character, Face wanted) {
        return font(wanted).charExists(character) ? wanted : Face.BODY;
    }

    /// The character, or the mark for a missing one, which is then told.
    int printable(int character) {
        if (font(Face.BODY).charExists(character)) return character;
        missing.add(character);
        return GETA;
    }

    /// In points.
    double width(String text, Face face, double size) {
        return font(face).getWidthPoint(text, (float) size);
    }

    Set<Integer> missing() {
        return missing;
    }
}
