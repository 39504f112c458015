package org.luoshi.briefing.internal.pdf;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.internal.print.Copy;
import org.luoshi.briefing.internal.print.Origin;

/// Sets a copy on the grid.
public final class PdfBriefing {

    private static final double INDENT = 2 * Grid.SIZE;

    private final Copy copy;
    private final Faces faces = new Faces();

    private PdfBriefing(Copy copy) {
        this.copy = copy;
    }

    /// @return characters that no face has, printed as 〓; empty as it should be
    public static Set<Integer> write(Copy copy, OutputStream out) {
        PdfBriefing briefing = new PdfBriefing(copy);
        briefing.write(out);
        return briefing.faces.missing();
    }

    private void write(OutputStream out) {
        try (Sheet sheet = new Sheet(out, faces, copy.lang(), copy.title())) {
            centred(sheet, copy.title(), Face.TITLE, Grid.TITLE_SIZE);
            copy.notes().forEach(note -> centred(sheet, note, Face.NOTE, Grid.SIZE));
            sheet.advance(Grid.PITCH);
            for (int i = 0; i < copy.briefing().sections().size(); i++) {
                sheet.need(Grid.PITCH + first(sheet, copy.briefing().sections().get(i).blocks()));
                sheet.bookmark(copy.heading(i));
                paragraph(sheet, copy.heading(i), Face.HEADING);
                copy.briefing().sections().get(i).blocks().forEach(block -> block(sheet, block));
            }
            origins(sheet);
            sheet.need(2 * Grid.PITCH);
            sheet.advance(Grid.PITCH);
            copy.colophon().forEach(line -> small(sheet, line));
        }
    }

    /// Small, since it is for looking up; each address can be clicked too where it is whole.
    private void origins(Sheet sheet) {
        List<Origin> origins = copy.origins();
        if (origins.isEmpty()) return;
        sheet.advance(Grid.PITCH);
        sheet.need(2 * Grid.PITCH);
        sheet.bookmark(copy.originsHeading());
        small(sheet, copy.originsHeading());
        origins.forEach(origin -> {
            small(sheet, origin.number() + ". " + origin.what());
            small(sheet, origin.address(), origin.address());
        });
        sheet.snap();
    }

    /// Room for what a heading may not be parted from.
    private double first(Sheet sheet, List<Block> blocks) {
        return !blocks.isEmpty() && blocks.getFirst() instanceof Block.Table table
                ? new PdfTable(sheet, faces, copy, table).least()
                : Grid.PITCH;
    }

    private void block(Sheet sheet, Block block) {
        switch (block) {
            case Block.Prose prose -> paragraph(sheet, copy.words(prose), Face.BODY);
            case Block.Remark(var text) -> paragraph(sheet, copy.say(text), Face.BODY);
            case Block.Table table -> new PdfTable(sheet, faces, copy, table).draw();
        }
    }

    private void paragraph(Sheet sheet, String text, Face face) {
        List<Atom> atoms = new Atoms(faces, Grid.SIZE, Grid.WIDTH - INDENT).add(text, face).all();
        for (Line line : new Lines(Grid.WIDTH, copy.chinese()).of(atoms, INDENT)) {
            sheet.need(Grid.PITCH);
            sheet.line(line, 0, sheet.used(), Grid.PITCH, Grid.SIZE);
            sheet.advance(Grid.PITCH);
        }
    }

    private void centred(Sheet sheet, String text, Face face, double size) {
        List<Atom> atoms = new Atoms(faces, size, Grid.WIDTH).add(text, face).all();
        for (Line line : new Lines(Grid.WIDTH, false).of(atoms, 0)) {
            sheet.need(Grid.PITCH);
            sheet.line(line, (Grid.WIDTH - line.width()) / 2, sheet.used(), Grid.PITCH, size);
            sheet.advance(Grid.PITCH);
        }
    }

    private void small(Sheet sheet, String text) {
        small(sheet, text, "");
    }

    /// @param address where a click leads; empty for nowhere
    private void small(Sheet sheet, String text, String address) {
        List<Atom> atoms = new Atoms(faces, Grid.TABLE_SIZE, Grid.WIDTH).add(text, Face.NOTE).all();
        for (Line line : new Lines(Grid.WIDTH, false).of(atoms, 0)) {
            sheet.need(Grid.TABLE_PITCH);
            sheet.line(line, 0, sheet.used(), Grid.TABLE_PITCH, Grid.TABLE_SIZE);
            if (address.contains("://")) sheet.link(address, line.width(), Grid.TABLE_PITCH);
            sheet.advance(Grid.TABLE_PITCH);
        }
    }
}
