package org.luoshi.briefing.internal.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.luoshi.briefing.OfficialFont;
import org.openpdf.text.pdf.BaseFont;

/// The four faces of an official document, as free type.
enum Face {
    /// For 仿宋. The largest set of characters, so it also fills in for the others.
    BODY(OfficialFont.SONG),
    /// For 小标宋.
    TITLE(OfficialFont.SONG_STRONG),
    /// 黑体.
    HEADING(OfficialFont.HEI),
    /// 楷体.
    NOTE(OfficialFont.KAI);

    private final OfficialFont font;

    Face(OfficialFont font) {
        this.font = font;
    }

    /// A new one for each document: OpenPDF keeps the used characters in it.
    BaseFont load() {
        try {
            return BaseFont.createFont(
                    font.id() + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, font.file(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
