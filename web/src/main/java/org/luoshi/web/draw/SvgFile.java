package org.luoshi.web.draw;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.luoshi.web.draw.Mark.Box;
import org.luoshi.web.draw.Mark.Disc;
import org.luoshi.web.draw.Mark.Spot;
import org.luoshi.web.draw.Mark.Stroke;
import org.luoshi.web.draw.Mark.Words;

/// A picture as an SVG file that needs no style sheet. Words stay words: they can be searched and set anew.
public final class SvgFile {

    private static final String FACES =
            "PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, sans-serif";
    private static final String HATCHING = "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" "
            + "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" "
            + "fill=\"#FFFFFF\"/><path d=\"M0 0V6\" stroke=\"#D5DBE0\" stroke-width=\"2\"/></pattern></defs>";

    private SvgFile() {}

    public static String write(Picture picture) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        String size = number(picture.width()) + " " + number(picture.height());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s\" role=\"img\" font-family=\"%s\">\n"
                .formatted(number(picture.width()), number(picture.height()), size, FACES));
        out.append("<title>").append(escaped(picture.title())).append("</title>\n").append(HATCHING).append('\n');
        picture.marks().forEach(mark -> out.append(element(mark)).append('\n'));
        return out.append("</svg>\n").toString();
    }

    private static String element(Mark mark) {
        return switch (mark) {
            case Box box -> "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\"/>".formatted(
                    number(box.x()), number(box.y()), number(box.width()), number(box.height()),
                    box.fill() == null ? "url(#hatch)" : box.fill(), box.line() == null ? "none" : box.line());
            case Stroke stroke -> "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>"
                    .formatted(points(stroke.spots()), stroke.colour(), number(stroke.width()));
            case Disc disc -> "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>".formatted(
                    number(disc.x()), number(disc.y()), number(disc.radius()), disc.fill());
            case Words words -> "<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%s\" fill=\"%s\" text-anchor=\"%s\"%s>%s</text>"
                    .formatted(
                            number(words.x()), number(words.y()), number(words.size()), words.strong() ? "600" : "400",
                            words.colour(), words.anchor().name().toLowerCase(Locale.ROOT), squeezed(words),
                            escaped(words.text()));
        };
    }

    /// A viewer's font is not known here: what is surely too wide is squeezed.
    private static String squeezed(Words words) {
        double width = words.text().codePoints().mapToDouble(point -> point < 0x2E80 ? 0.5 : 1).sum() * words.size();
        return words.room() == 0 || width <= words.room()
                ? ""
                : " textLength=\"" + number(words.room()) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    }

    private static String points(List<Spot> spots) {
        return spots.stream().map(spot -> number(spot.x()) + "," + number(spot.y())).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return Scale.write(value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
