package org.luoshi.briefing.internal.pdf;

import java.util.List;

/// Atoms of one line, with the room to add after each (negative: to take away), in points.
///
/// @param indent before the first atom
record Line(List<Atom> atoms, double indent, double[] room) {

    double width() {
        double width = indent;
        for (int i = 0; i < atoms.size(); i++) width += atoms.get(i).width() + room[i];
        return width;
    }

    /// As it is read.
    String text() {
        StringBuilder text = new StringBuilder();
        atoms.forEach(atom -> text.append(atom.text()));
        return text.toString();
    }
}
