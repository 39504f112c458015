package org.luoshi.briefing.internal.pdf;

import java.util.ArrayList;
import java.util.List;

/// Cuts text into atoms.
final class Atoms {

    private final Faces faces;
    private final double size;
    private final double widest;
    private final List<Atom> atoms = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private Face wordFace = Face.BODY;

    /// @param widest a longer word is divided, since it would stand out of the line
    Atoms(Faces faces, double size, double widest) {
        this.faces = faces;
        this.size = size;
        this.widest = widest;
    }

    Atoms add(String text, Face wanted) {
        text.codePoints().forEach(raw -> {
            int character = faces.printable(raw == '\n' || raw == '\t' || raw == 0xA0 ? ' ' : raw);
            Face face = faces.having(character, wanted);
            boolean part = character != ' ' && !wide(character);
            if (!part || face != wordFace) closeWord();
            if (part) {
                wordFace = face;
                word.appendCodePoint(character);
                if (faces.width(word.toString(), face, size) > widest) cutWord();
            } else {
                one(Character.toString(character), face);
            }
        });
        return this;
    }

    List<Atom> all() {
        closeWord();
        return atoms;
    }

    private void cutWord() {
        int last = word.offsetByCodePoints(word.length(), -1);
        String end = word.substring(last);
        word.setLength(last);
        closeWord();
        word.append(end);
    }

    private void closeWord() {
        if (word.isEmpty()) return;
        one(word.toString(), wordFace);
        word.setLength(0);
    }

    private void one(String text, Face face) {
        atoms.add(new Atom(text, face, faces.width(text, face, size)));
    }

    /// Set in a full square, and divided from its neighbours.
    private static boolean wide(int character) {
        return character >= 0x2E80
                || character == '—'
                || character == '…'
                || character == '“'
                || character == '”'
                || character == '‘'
                || character == '’'
                || (character >= 0x2160 && character <= 0x2BFF);
    }
}
