package org.luoshi.briefing.internal.pdf;

import java.io.OutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfTextArray;
import org.openpdf.text.pdf.PdfWriter;

/// Pages of the grid, filled from the top; everything is placed, nothing flows by itself.
final class Sheet implements AutoCloseable {

    private static final double HEIGHT = Grid.LINES * Grid.PITCH;

    private final Document document;
    private final PdfWriter writer;
    private final PdfContentByte content;
    private final Faces faces;
    private int page;
    private double used;

    Sheet(OutputStream out, Faces faces, String lang, String title) {
        this.faces = faces;
        this.document = new Document(new Rectangle((float) Grid.PAGE_WIDTH, (float) Grid.PAGE_HEIGHT));
        this.writer = PdfWriter.getInstance(document, out);
        document.addTitle(title);
        document.addCreator("Luoshi");
        document.open();
        writer.getExtraCatalog().put(new PdfName("Lang"), new PdfString(lang));
        this.content = writer.getDirectContent();
        begin();
    }

    /// Distance from the top of the type area to the next free place, in points.
    double used() {
        return used;
    }

    double left() {
        return HEIGHT - used;
    }

    void advance(double by) {
        used += by;
    }

    /// On to the next line of the grid.
    void snap() {
        used = Math.ceil(used / Grid.PITCH - 1e-6) * Grid.PITCH;
    }

    /// Turns the page unless so much room is left.
    boolean need(double room) {
        if (left() >= room - 1e-6) return false;
        turn();
        return true;
    }

    void turn() {
        document.newPage();
        begin();
    }

    private void begin() {
        page++;
        used = 0;
        folio();
    }

    /// `— 1 —` outside: right on odd pages, left on even ones, one character in from the edge.
    private void folio() {
        String text = "— " + page + " —";
        double width = faces.width(text, Face.BODY, Grid.FOLIO_SIZE);
        double x = page % 2 == 1
                ? Grid.LEFT + Grid.WIDTH - Grid.FOLIO_SIZE - width
                : Grid.LEFT + Grid.FOLIO_SIZE;
        double y = Grid.BOTTOM - Grid.FOLIO_DROP - Grid.FOLIO_SIZE / 2;
        text(text, Face.BODY, Grid.FOLIO_SIZE, x, y);
    }

    private void text(String text, Face face, double size, double x, double y) {
        content.beginText();
        content.setFontAndSize(faces.font(face), (float) size);
        content.setTextMatrix((float) x, (float) y);
        content.showText(text);
        content.endText();
    }

    /// @param x from the left edge of the type area
    /// @param top from the top of the type area
    void line(Line line, double x, double top, double pitch, double size) {
        content.beginText();
        double at = Grid.LEFT + x + line.indent();
        double y = Grid.baseline(top, pitch, size);
        int i = 0;
        while (i < line.atoms().size()) {
            Face face = line.atoms().get(i).face();
            content.setFontAndSize(faces.font(face), (float) size);
            content.setTextMatrix((float) at, (float) y);
            PdfTextArray run = new PdfTextArray();
            while (i < line.atoms().size() && line.atoms().get(i).face() == face) {
                Atom atom = line.atoms().get(i);
                run.add(atom.text());
                if (line.room()[i] != 0) run.add((float) (-line.room()[i] * 1000 / size));
                at += atom.width() + line.room()[i];
                i++;
            }
            content.showText(run);
        }
        content.endText();
    }

    /// Makes a line at the place reached lead to an address.
    void link(String address, double width, double pitch) {
        float top = (float) (Grid.PAGE_HEIGHT - Grid.TOP - used);
        content.setAction(
                new PdfAction(address), (float) Grid.LEFT, (float) (top - pitch), (float) (Grid.LEFT + width), top);
    }

    void rule(double x1, double top1, double x2, double top2, double weight) {
        content.setLineWidth((float) weight);
        content.moveTo((float) (Grid.LEFT + x1), (float) (Grid.PAGE_HEIGHT - Grid.TOP - top1));
        content.lineTo((float) (Grid.LEFT + x2), (float) (Grid.PAGE_HEIGHT - Grid.TOP - top2));
        content.stroke();
    }

    /// An entry of the reader's side panel for the place reached.
    void bookmark(String title) {
        float y = (float) (Grid.PAGE_HEIGHT - Grid.TOP - used);
        new PdfOutline(content.getRootOutline(), new PdfDestination(PdfDestination.XYZ, 0, y, 0), title);
    }

    @Override
    public void close() {
        document.close();
    }
}
