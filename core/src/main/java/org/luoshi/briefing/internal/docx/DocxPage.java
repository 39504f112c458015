package org.luoshi.briefing.internal.docx;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/// Page, margins, character grid and folios, in twentieths of a point.
final class DocxPage {

    private static final double MM = 1440 / 25.4;

    /// 28 characters of 15.75 pt.
    static final int TEXT_WIDTH = 28 * 315;

    /// What a character's place is wider than the body's 16 pt, in 4096ths of a point: 156 mm ÷ 28 − 16 pt.
    private static final long CHARACTER_SPACE = Math.round((156 * 72 / 25.4 / 28 - 16) * 4096);

    /// 28.95 pt.
    static final int LINE_PITCH = 579;

    private final XWPFDocument document;

    DocxPage(XWPFDocument document) {
        this.document = document;
    }

    void set() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        var margins = section.addNewPgMar();
        margins.setTop(twips(37));
        margins.setRight(twips(26));
        margins.setBottom(twips(35));
        margins.setLeft(twips(28));
        margins.setHeader(twips(15));
        margins.setFooter(twips(25));
        margins.setGutter(BigInteger.ZERO);
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(BigInteger.valueOf(LINE_PITCH));
        grid.setCharSpace(BigInteger.valueOf(CHARACTER_SPACE));
        document.getSettings().setEvenAndOddHeadings(true);
        folio(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        folio(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    }

    private void folio(HeaderFooterType type, ParagraphAlignment side) {
        XWPFFooter footer = document.createFooter(type);
        XWPFParagraph paragraph = footer.getParagraphs().isEmpty()
                ? footer.createParagraph()
                : footer.getParagraphs().getFirst();
        paragraph.setStyle("Folio");
        paragraph.setAlignment(side);
        if (side == ParagraphAlignment.RIGHT) paragraph.setIndentationRight(280);
        else paragraph.setIndentationLeft(280);
        paragraph.createRun().setText("— ");
        var field = paragraph.createRun();
        field.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(" PAGE ");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        paragraph.createRun().setText("1");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        paragraph.createRun().setText(" —");
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * MM));
    }
}
