package org.luoshi.attachment.internal.look;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.luoshi.pack.process.FileKind;

/// Whether pictures are whole, and not too large to be shown.
final class PictureLook {

    private static final long MOST_PIXELS = 200_000_000;
    private static final int PNG_HEADER = 0x49484452;
    private static final int PNG_END = 0x49454e44;

    private PictureLook() {}

    static FileKind png(Path file) throws IOException, Unfit {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(8);
            boolean first = true;
            for (;;) {
                int length = in.readInt();
                int type = in.readInt();
                if (length < 0 || first && (type != PNG_HEADER || length < 8)) throw damaged("PNG");
                if (first) {
                    measure(Integer.toUnsignedLong(in.readInt()), Integer.toUnsignedLong(in.readInt()));
                    in.skipNBytes(length - 8L + 4);
                } else {
                    in.skipNBytes(length + 4L);
                }
                if (type == PNG_END) return FileKind.PNG;
                first = false;
            }
        } catch (EOFException e) {
            throw damaged("PNG");
        }
    }

    static FileKind jpeg(Path file) throws IOException, Unfit {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(2);
            boolean measured = false;
            for (;;) {
                int marker = in.readUnsignedShort();
                if (marker >> 8 != 0xff) throw damaged("JPEG");
                while (marker == 0xffff) marker = 0xff00 | in.readUnsignedByte();
                int length = in.readUnsignedShort();
                if (length < 2) throw damaged("JPEG");
                if (isFrame(marker) && length >= 7) {
                    in.skipNBytes(1);
                    int height = in.readUnsignedShort();
                    measure(in.readUnsignedShort(), height);
                    in.skipNBytes(length - 7L);
                    measured = true;
                } else {
                    in.skipNBytes(length - 2L);
                }
                // what follows the start of a scan are the pixels
                if (marker == 0xffda) {
                    if (!measured) throw damaged("JPEG");
                    return FileKind.JPEG;
                }
            }
        } catch (EOFException e) {
            throw damaged("JPEG");
        }
    }

    /// SOF0 to SOF15 without the three of them that are something else.
    private static boolean isFrame(int marker) {
        return marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
    }

    private static void measure(long width, long height) throws Unfit {
        if (width * height > MOST_PIXELS) {
            throw new Unfit(
                    "图片 %d × %d 像素，太大，打不开".formatted(width, height),
                    "the picture has %d × %d pixels, too many to be opened".formatted(width, height));
        }
    }

    private static Unfit damaged(String what) {
        return new Unfit(what + " 图片不完整或已损坏", "the " + what + " picture is damaged, or not all of it is there");
    }
}
