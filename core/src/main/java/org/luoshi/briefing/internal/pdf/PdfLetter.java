package org.luoshi.briefing.internal.pdf;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.luoshi.briefing.Letter;

/// Sets a letter on the grid.
public final class PdfLetter {

    private static final double INDENT = 2 * Grid.SIZE;

    /// 右空二字, four characters from the right edge for a signature.
    private static final double RIGHT = 4 * Grid.SIZE;

    private final Faces faces = new Faces();
    private final boolean chinese;

    private PdfLetter(Letter letter) {
        this.chinese = letter.lang().startsWith("zh");
    }

    /// @return characters that no face has
    public static Set<Integer> write(Letter letter, OutputStream out) {
        PdfLetter setting = new PdfLetter(letter);
        try (Sheet sheet = new Sheet(out, setting.faces, letter.lang(), letter.title())) {
            setting.set(sheet, letter);
        }
        return setting.faces.missing();
    }

    private void set(Sheet sheet, Letter letter) {
        lines(sheet, letter.title(), Face.TITLE, Grid.TITLE_SIZE, 0.5);
        lines(sheet, letter.number(), Face.NOTE, Grid.SIZE, 0.5);
        sheet.advance(Grid.PITCH);
        for (String paragraph : letter.paragraphs()) {
            List<Atom> atoms = new Atoms(faces, Grid.SIZE, Grid.WIDTH - INDENT).add(paragraph, Face.BODY).all();
            for (Line line : new Lines(Grid.WIDTH, chinese).of(atoms, INDENT)) place(sheet, line, 0, Grid.SIZE, Grid.PITCH);
        }
        sheet.advance(Grid.PITCH);
        for (String line : letter.signature()) lines(sheet, line, Face.BODY, Grid.SIZE, 1);
        sheet.advance(Grid.PITCH);
        for (String note : letter.notes()) note(sheet, note);
    }

    /// @param share of the room left of a line: a half centres it, all of it sets it to the right
    private void lines(Sheet sheet, String text, Face face, double size, double share) {
        double width = share == 1 ? Grid.WIDTH - RIGHT : Grid.WIDTH;
        List<Atom> atoms = new Atoms(faces, size, width).add(text, face).all();
        for (Line line : new Lines(width, false).of(atoms, 0)) {
            place(sheet, line, (width - line.width()) * share, size, Grid.PITCH);
        }
    }

    private void note(Sheet sheet, String text) {
        List<Atom> atoms = new Atoms(faces, Grid.TABLE_SIZE, Grid.WIDTH).add(text, Face.NOTE).all();
        for (Line line : new Lines(Grid.WIDTH, false).of(atoms, 0)) {
            if (text.contains("://")) {
                sheet.need(Grid.TABLE_PITCH);
                sheet.link(text.substring(Math.max(0, text.indexOf("http"))), line.width(), Grid.TABLE_PITCH);
            }
            place(sheet, line, 0, Grid.TABLE_SIZE, Grid.TABLE_PITCH);
        }
    }

    private static void place(Sheet sheet, Line line, double x, double size, double pitch) {
        sheet.need(pitch);
        sheet.line(line, x, sheet.used(), pitch, size);
        sheet.advance(pitch);
    }
}
