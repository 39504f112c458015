package org.luoshi.briefing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/// The typefaces of official documents that we ship, all under the SIL Open Font License.
public enum OfficialFont {
    /// 宋体, for 仿宋. The largest set of characters.
    SONG("song-light"),
    /// For 小标宋.
    SONG_STRONG("song-semibold"),
    /// 黑体.
    HEI("hei-medium"),
    /// 楷体.
    KAI("kai-regular");

    private final String id;

    OfficialFont(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /// The font as a TrueType file.
    public byte[] file() {
        String name = "/org/luoshi/briefing/fonts/" + id + ".ttf.gz";
        try (InputStream in = OfficialFont.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no resource " + name);
            return new GZIPInputStream(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
