package org.luoshi.briefing.internal.docx;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// The styles of an official document, named so that a clerk can go on writing with them.
final class DocxStyles {

    private static final String LATIN = "Times New Roman";
    private static final String BODY = "仿宋_GB2312";
    private static final String TITLE = "方正小标宋简体";
    private static final String HEADING = "黑体";
    private static final String NOTE = "楷体_GB2312";

    /// In half points: 三号, 二号, 四号, 小四, 五号. The grid sets 三号 a little closer, so that 28 fit a line.
    private static final int BODY_SIZE = 32;
    private static final int TITLE_SIZE = 44;
    private static final int FOLIO_SIZE = 28;
    private static final int CAPTION_SIZE = 24;
    private static final int TABLE_SIZE = 21;

    private final XWPFStyles styles;
    private final String lang;

    DocxStyles(XWPFDocument document, String lang) {
        this.styles = document.createStyles();
        this.lang = lang;
    }

    void define() {
        style("Normal", "Normal", BODY, BODY_SIZE, STJc.LEFT, 0, DocxPage.LINE_PITCH);
        style("Body", "正文公文", BODY, BODY_SIZE, STJc.BOTH, 200, DocxPage.LINE_PITCH);
        style("Title", "Title", TITLE, TITLE_SIZE, STJc.CENTER, 0, DocxPage.LINE_PITCH);
        style("Heading1", "heading 1", HEADING, BODY_SIZE, STJc.LEFT, 200, DocxPage.LINE_PITCH);
        style("Note", "题注说明", NOTE, BODY_SIZE, STJc.CENTER, 0, DocxPage.LINE_PITCH);
        style("Caption", "caption", NOTE, CAPTION_SIZE, STJc.LEFT, 0, DocxPage.LINE_PITCH);
        style("TableHead", "表头", HEADING, TABLE_SIZE, STJc.LEFT, 0, DocxPage.LINE_PITCH / 2);
        style("TableText", "表内文字", BODY, TABLE_SIZE, STJc.LEFT, 0, DocxPage.LINE_PITCH / 2);
        style("Small", "数据说明", NOTE, TABLE_SIZE, STJc.LEFT, 0, DocxPage.LINE_PITCH / 2);
        style("Folio", "页码", "宋体", FOLIO_SIZE, STJc.LEFT, 0, DocxPage.LINE_PITCH);
    }

    /// @param halfPoints font size
    /// @param indent of the first line in hundredths of a character
    /// @param line exact line height in twentieths of a point
    private void style(
            String id, String name, String font, int halfPoints, STJc.Enum alignment, int indent, int line) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (id.equals("Normal")) style.setDefault(true);
        else style.addNewBasedOn().setVal("Normal");
        style.addNewQFormat();
        boolean heading = id.equals("Heading1");
        var paragraph = style.addNewPPr();
        if (heading || id.equals("Caption")) paragraph.addNewKeepNext();
        paragraph.addNewSnapToGrid().setVal(line == DocxPage.LINE_PITCH);
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        if (indent > 0) paragraph.addNewInd().setFirstLineChars(BigInteger.valueOf(indent));
        paragraph.addNewJc().setVal(alignment);
        if (heading) paragraph.addNewOutlineLvl().setVal(BigInteger.ZERO);
        CTRPr run = style.addNewRPr();
        CTFonts fonts = run.addNewRFonts();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(font);
        fonts.setCs(LATIN);
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        run.addNewSzCs().setVal(BigInteger.valueOf(halfPoints));
        var language = run.addNewLang();
        language.setVal(lang.equals("en") ? "en-GB" : "en-US");
        language.setEastAsia("zh-CN");
        styles.addStyle(new XWPFStyle(style, styles));
    }
}
