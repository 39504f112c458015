package org.luoshi.briefing.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.openpdf.text.pdf.BaseFont;

/// The four faces of an official document, as free type.
enum Face {
    /// For 仿宋. The largest set of characters, so it also fills in for the others.
    BODY("song-light"),
    /// For 小标宋.
    TITLE("song-semibold"),
    /// 黑体.
    HEADING("hei-medium"),
    /// 楷体.
    NOTE("kai-regular");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /// A new one for each document: OpenPDF keeps the used characters in it.
    BaseFont load() {
        String name = "/org/luoshi/briefing/fonts/" + file + ".ttf.gz";
        try (InputStream in = Face.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no resource " + name);
            byte[] font = new GZIPInputStream(in).readAllBytes();
            return BaseFont.createFont(file + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, font, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
