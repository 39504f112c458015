package org.luoshi.web.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.luoshi.web.draw.Mark.Anchor;
import org.luoshi.web.draw.Mark.Box;
import org.luoshi.web.draw.Mark.Disc;
import org.luoshi.web.draw.Mark.Spot;
import org.luoshi.web.draw.Mark.Stroke;
import org.luoshi.web.draw.Mark.Words;

/// A picture as a PNG file, twice as fine as its units. Words are drawn with our own typeface, so that it looks the same on
/// a server without any font.
public final class PngFile {

    private static final int FINENESS = 2;

    private final Graphics2D graphics;

    private PngFile(Graphics2D graphics) {
        this.graphics = graphics;
    }

    public static byte[] write(Picture picture) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(picture.width() * FINENESS), (int) Math.ceil(picture.height() * FINENESS), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(FINENESS, FINENESS);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            picture.marks().forEach(new PngFile(graphics)::draw);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Box box -> draw(box);
            case Stroke stroke -> {
                graphics.setColor(Color.decode(stroke.colour()));
                float width = (float) stroke.width();
                graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
                graphics.draw(path(stroke.spots()));
            }
            case Disc disc -> {
                graphics.setColor(Color.decode(disc.fill()));
                double across = 2 * disc.radius();
                graphics.fill(new Ellipse2D.Double(disc.x() - disc.radius(), disc.y() - disc.radius(), across, across));
            }
            case Words words -> draw(words);
        }
    }

    private void draw(Box box) {
        Rectangle2D shape = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        if (box.fill() == null) graphics.setPaint(hatching());
        else graphics.setColor(Color.decode(box.fill()));
        graphics.fill(shape);
        if (box.line() == null) return;
        graphics.setColor(Color.decode(box.line()));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(shape);
    }

    private void draw(Words words) {
        Typeface.Line line = Typeface.line(words.text(), words.size());
        double squeeze = words.room() > 0 && line.width() > words.room() ? words.room() / line.width() : 1;
        double width = line.width() * squeeze;
        double left = words.anchor() == Anchor.START ? 0 : words.anchor() == Anchor.MIDDLE ? -width / 2 : -width;
        AffineTransform place = AffineTransform.getTranslateInstance(words.x() + left, words.y());
        place.scale(squeeze, 1);
        Shape outlines = place.createTransformedShape(line.outlines());
        graphics.setColor(Color.decode(words.colour()));
        graphics.fill(outlines);
        if (!words.strong()) return;
        graphics.setStroke(new BasicStroke((float) words.size() / 40));
        graphics.draw(outlines);
    }

    private static Path2D path(List<Spot> spots) {
        Path2D path = new Path2D.Double();
        for (Spot spot : spots) {
            if (path.getCurrentPoint() == null) path.moveTo(spot.x(), spot.y());
            else path.lineTo(spot.x(), spot.y());
        }
        return path;
    }

    private static TexturePaint hatching() {
        BufferedImage tile = new BufferedImage(6, 6, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 6; x++)
            for (int y = 0; y < 6; y++) tile.setRGB(x, y, (x + y) % 6 < 2 ? 0xD5DBE0 : 0xFFFFFF);
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, 6, 6));
    }
}
