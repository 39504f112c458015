package org.luoshi.web.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PictureTest {

    private static final Picture.Frame FRAME = new Picture.Frame(
            "落地开工项目数 <A&B>", "个 · 2025年9月", List.of("来源：合成的来源", "按2025-09-21所知"));

    @Test
    void anSvgIsWellFormedAndSaysInWordsWhatItShows() throws Exception {
        for (Picture picture : pictures()) {
            Document read = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(SvgFile.write(picture).getBytes(StandardCharsets.UTF_8)));
            assertThat(read.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("落地开工项目数 <A&B>");
            assertThat(words(read)).contains("落地开工项目数 <A&B>", "来源：合成的来源", "按2025-09-21所知");
            assertThat(SvgFile.write(picture)).doesNotContain("class=", "style=", "NaN", "href=");
        }
        assertThat(words(parsed(bars()))).contains("锦江", "12", "青羊", "—");
        assertThat(words(parsed(table()))).contains("锦江", "2025-09", "12");
    }

    @Test
    void aPngHoldsTheDrawingWithChineseInInk() throws IOException {
        for (Picture picture : pictures()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.write(picture)));
            assertThat(image.getWidth()).isEqualTo((int) Math.ceil(2 * picture.width()));
            assertThat(ink(image, 48, 30, 300, 76)).as("the title").isGreaterThan(800);
            assertThat(ink(image, 0, 0, 20, image.getHeight())).as("the margin").isZero();
        }
    }

    @Test
    void eachCharacterHasItsOwnOutlines() {
        Typeface.Line line = Typeface.line("成都 Luoshi 龘", 20);
        assertThat(line.width()).isBetween(100.0, 160.0);
        assertThat(Typeface.line("成", 20).outlines().getBounds2D())
                .isNotEqualTo(Typeface.line("都", 20).outlines().getBounds2D());
        assertThat(Typeface.line("成成", 20).width()).isEqualTo(2 * Typeface.line("成", 20).width());
        assertThat(Typeface.line(" ", 20).outlines().getBounds2D().isEmpty()).isTrue();
    }

    @Test
    void wordsThatAreTooWideAreSqueezedIntoTheirRoom() throws IOException {
        String wide = "很长很长的标题".repeat(20);
        Picture picture = Picture.ofFigure("1", "个", new Picture.Frame(wide, "", List.of()));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.write(picture)));
        assertThat(ink(image, image.getWidth() - 40, 0, image.getWidth(), image.getHeight())).isZero();
        assertThat(SvgFile.write(picture)).contains("textLength=\"480.0\"");
    }

    private static List<Picture> pictures() {
        PathChart chart = PathChart.draw(
                new PathChart.Data(
                        IntStream.rangeClosed(1, 9)
                                .mapToObj(m -> new PathChart.Point(LocalDate.of(2025, m, 28), BigDecimal.valueOf(m).pow(2)))
                                .toList(),
                        List.of(), List.of(), null, null),
                new PathChart.Names("实际", "", "", ""),
                BigDecimal::toPlainString);
        DistrictMap map = DistrictMap.draw(
                List.of(
                        new DistrictMap.Place(0, 0, "a", "锦江", "/", new BigDecimal("12"), null, ""),
                        new DistrictMap.Place(1, 0, "b", "天府新区直管区", "/", null, null, "")),
                BigDecimal::toPlainString,
                "无数据");
        return List.of(
                Picture.of(chart, FRAME), bars(), Picture.of(map, FRAME), table(), Picture.ofFigure("127", "个", FRAME));
    }

    private static Picture bars() {
        return Picture.of(
                Bars.draw(
                        List.of(new Bars.Bar("锦江", "/", new BigDecimal("12")), new Bars.Bar("青羊", "/", null)),
                        value -> value == null ? "—" : value.toPlainString()),
                FRAME);
    }

    private static Picture table() {
        return Picture.ofTable(List.of(List.of("", "2025-08", "2025-09"), List.of("锦江", "—", "12")), FRAME);
    }

    private static Document parsed(Picture picture) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(SvgFile.write(picture).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> words(Document svg) {
        NodeList texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()).toList();
    }

    /// Pixels that are not white.
    private static long ink(BufferedImage image, int left, int top, int right, int bottom) {
        return IntStream.range(top, Math.min(bottom, image.getHeight()))
                .mapToLong(y -> IntStream.range(left, Math.min(right, image.getWidth()))
                        .filter(x -> (image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF)
                        .count())
                .sum();
    }
}
