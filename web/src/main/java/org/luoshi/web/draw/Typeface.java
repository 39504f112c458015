package org.luoshi.web.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.luoshi.briefing.OfficialFont;

/// Sets words as outlines, with the typefaces of briefings: 黑体, and 宋体 for what it lacks. The JDK's own fonts need a
/// font configuration of the machine, which a server may not have.
final class Typeface {

    private static SoftReference<List<Cut>> held = new SoftReference<>(null);

    private Typeface() {}

    /// @param outlines from the left end of the baseline, downwards positive
    record Line(Path2D outlines, double width) {}

    private record Cut(TrueTypeFont font, CmapLookup characters) {

        static Cut of(byte[] file) {
            try {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
                return new Cut(font, font.getUnicodeCmapLookup());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static synchronized Line line(String text, double size) {
        List<Cut> cuts = cuts();
        Path2D outlines = new Path2D.Double();
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            try {
                x += append(character, x, size, cuts, outlines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Line(outlines, x);
    }

    /// @return how far the next character is
    private static double append(int character, double x, double size, List<Cut> cuts, Path2D outlines) throws IOException {
        Cut cut = cuts.stream()
                .filter(one -> one.characters().getGlyphId(character) != 0)
                .findFirst()
                .orElse(cuts.getFirst());
        int glyph = cut.characters().getGlyphId(character);
        double scale = size / cut.font().getUnitsPerEm();
        var shape = cut.font().getGlyph().getGlyph(glyph);
        if (shape != null) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, 0);
            outlines.append(place.createTransformedShape(shape.getPath()), false);
        }
        return cut.font().getAdvanceWidth(glyph) * scale;
    }

    private static List<Cut> cuts() {
        @Nullable List<Cut> cuts = held.get();
        if (cuts == null) {
            cuts = List.of(Cut.of(OfficialFont.HEI.file()), Cut.of(OfficialFont.SONG.file()));
            held = new SoftReference<>(cuts);
        }
        return cuts;
    }
}
