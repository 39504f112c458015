package org.luoshi.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luoshi.briefing.internal.pdf.Grid;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// Measures the produced file, not the code that made it. Sources: GB/T 9704—2012, clauses 5.1 to 5.2.
class PdfGridTest {

    private static final double MM = 72 / 25.4;
    private static final double HALF_A_TENTH_MM = 0.15;

    private static Print print;
    private static PDDocument document;
    private static List<Glyph> glyphs;

    record Glyph(int page, String text, double x, double y, double size, double width) {}

    @BeforeAll
    static void setTheBriefing() throws IOException {
        print = Print.of(Sampled.briefing(30), null, Language.ZH, Format.PDF);
        Files.write(Path.of("target", "briefing-zh.pdf"), print.bytes());
        Files.write(
                Path.of("target", "briefing-en.pdf"),
                Print.of(Sampled.briefing(30), null, Language.EN, Format.PDF).bytes());
        document = Loader.loadPDF(print.bytes());
        glyphs = glyphs(document);
    }

    @Test
    void theSheetIsA4() {
        assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo((float) (210 * MM), within(0.1f));
        assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo((float) (297 * MM), within(0.1f));
    }

    @Test
    void everyBodyLineSitsOnTheGridOfTwentyTwoLines() {
        for (Glyph glyph : body()) {
            double line = (glyph.y() - firstBaseline()) / Grid.PITCH;
            assertThat(Math.abs(line - Math.round(line)) * Grid.PITCH).isLessThan(HALF_A_TENTH_MM);
            assertThat(Math.round(line)).isBetween(0L, 21L);
        }
        assertThat(Grid.LINES * Grid.PITCH).isBetween(225 * MM - Grid.PITCH / 2, 225 * MM);
    }

    @Test
    void aFullLineOfTextHoldsTwentyEightCharacters() {
        Map<String, String> lines = lines();
        assertThat(lines.values().stream().mapToInt(line -> line.codePointCount(0, line.length())).max().orElseThrow())
                .isBetween(28, 29);
        assertThat(28 * Grid.SIZE).isBetween(155 * MM, 156 * MM);
    }

    @Test
    void nothingLeavesTheTypeAreaButThePageNumber() {
        for (Glyph glyph : glyphs) {
            if (Math.abs(glyph.size() - 14) < 0.01) continue;
            assertThat(glyph.x()).isGreaterThan(28 * MM - 0.5);
            assertThat(glyph.x() + glyph.width()).isLessThan((210 - 26) * MM + 0.5 + glyph.size() / 2);
            assertThat(glyph.y()).isBetween(37 * MM, (297 - 35) * MM);
        }
    }

    @Test
    void thePageNumberIsOutsideAndSevenMillimetresBelow() {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            int number = page;
            List<Glyph> folio = glyphs.stream()
                    .filter(g -> g.page() == number && Math.abs(g.size() - 14) < 0.01)
                    .toList();
            assertThat(folio.stream().map(Glyph::text).collect(Collectors.joining()).replace(" ", ""))
                    .isEqualTo("—" + number + "—");
            boolean right = folio.getFirst().x() > 105 * MM;
            assertThat(right).as("page " + page).isEqualTo(page % 2 == 1);
            assertThat(folio.getFirst().y() - (297 - 35) * MM).isBetween(5 * MM, 10 * MM);
        }
    }

    @Test
    void noLineBeginsWithAClosingSignOrEndsWithAnOpeningOne() {
        lines().values().forEach(line -> {
            assertThat("，。、；：？！）】》”’…%".indexOf(line.codePointAt(0))).as(line).isNegative();
            assertThat("（【《“‘".indexOf(line.codePointBefore(line.length()))).as(line).isNegative();
        });
    }

    @Test
    void theTableHeadStandsOnEveryPageOfTheTable() throws IOException {
        int pages = document.getNumberOfPages();
        assertThat(pages).isGreaterThan(3);
        int heads = 0;
        for (int page = 1; page <= pages; page++) {
            String text = text(page);
            if (text.contains("推动促建项目")) {
                assertThat(text).as("page " + page).contains("牵头单位");
                heads++;
            }
        }
        assertThat(heads).isGreaterThan(2);
    }

    @Test
    void aHeadingStaysWithItsTable() throws IOException {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            String text = text(page);
            if (text.contains("偏离路径的任务")) assertThat(text).contains("推动促建项目");
        }
    }

    @Test
    void aDateInATableIsNotBroken() throws IOException {
        try (PDDocument dated = Loader.loadPDF(Print.of(Sampled.dated(), null, Language.ZH, Format.PDF).bytes())) {
            assertThat(new PDFTextStripper().getText(dated)).contains("2025-02-24");
        }
    }

    @Test
    void theTextCanBeSearchedAndHoldsNoRadicals() throws IOException {
        String text = text(0);
        assertThat(text).contains("一、总体情况").contains("二、偏离路径的任务").contains("佐证材料").contains("开工");
        assertThat(text.codePoints().filter(c -> c >= 0x2E80 && c <= 0x2FDF)).isEmpty();
        Briefing stone = titled("石二人日月金木水火土文长青龙");
        try (PDDocument one = Loader.loadPDF(
                Print.of(stone, null, Language.ZH, Format.PDF).bytes())) {
            assertThat(new PDFTextStripper().getText(one)).contains("石二人日月金木水火土文长青龙");
        }
    }

    @Test
    void everyFontIsEmbedded() {
        document.getPage(0).getResources().getFontNames().forEach(name -> {
            try {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void noCharacterIsDroppedAndAMissingOneIsTold() {
        assertThat(print.missing()).isEmpty();
        assertThat(Print.of(titled("犍为郫都镕堃"), null, Language.ZH, Format.PDF).missing()).isEmpty();
        assertThat(Print.of(titled("字𠀀"), null, Language.ZH, Format.PDF).missing()).containsExactly("𠀀");
    }

    private static Briefing titled(String title) {
        Briefing from = Sampled.briefing(1);
        return new Briefing(
                from.layout(), new Text(title, title), from.subject(), from.subjectName(), from.period(),
                from.moment(), from.day(), from.synthetic(), from.packs(), from.sections());
    }

    private static double firstBaseline() {
        return Grid.PAGE_HEIGHT - Grid.baseline(0);
    }

    private static List<Glyph> body() {
        return glyphs.stream()
                .filter(g -> Math.abs(g.size() - Grid.SIZE) < 0.01)
                .toList();
    }

    /// Body lines by page and position, left to right.
    private static Map<String, String> lines() {
        Map<String, StringBuilder> lines = new TreeMap<>();
        body().forEach(g -> lines.computeIfAbsent(
                        "%02d %06.1f".formatted(g.page(), g.y()), unused -> new StringBuilder())
                .append(g.text()));
        Map<String, String> texts = new TreeMap<>();
        lines.forEach((key, line) -> texts.put(key, line.toString()));
        return texts;
    }

    private static String text(int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        if (page > 0) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
        }
        return stripper.getText(document).replace("\n", "").replace("\r", "");
    }

    private static List<Glyph> glyphs(PDDocument document) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                glyphs.add(new Glyph(
                        getCurrentPageNo(),
                        text.getUnicode(),
                        text.getXDirAdj(),
                        text.getYDirAdj(),
                        text.getFontSize(),
                        text.getWidthDirAdj()));
            }
        }.getText(document);
        return glyphs;
    }
}
