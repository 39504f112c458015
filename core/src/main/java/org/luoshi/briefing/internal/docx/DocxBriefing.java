package org.luoshi.briefing.internal.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.internal.print.Copy;
import org.luoshi.briefing.internal.print.Origin;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/// A briefing as a Word document: the same page and grid, real headings and tables, the official typefaces by name.
///
/// A machine without those typefaces shows its own in their place, as Word does.
public final class DocxBriefing {

    private final Copy copy;
    private final XWPFDocument document = new XWPFDocument();

    private DocxBriefing(Copy copy) {
        this.copy = copy;
    }

    public static void write(Copy copy, OutputStream out) throws IOException {
        DocxBriefing briefing = new DocxBriefing(copy);
        try (briefing.document) {
            briefing.fill();
            briefing.document.write(out);
        }
    }

    private void fill() {
        new DocxStyles(document, copy.lang()).define();
        new DocxPage(document).set();
        document.getProperties().getCoreProperties().setTitle(copy.title());
        document.getProperties().getCoreProperties().setCreator("Luoshi");
        paragraph("Title", copy.title());
        copy.notes().forEach(note -> paragraph("Note", note));
        paragraph("Note", "");
        for (int i = 0; i < copy.briefing().sections().size(); i++) {
            paragraph("Heading1", copy.heading(i));
            copy.briefing().sections().get(i).blocks().forEach(this::block);
        }
        paragraph("Small", "");
        List<Origin> origins = copy.origins();
        if (!origins.isEmpty()) paragraph("Small", copy.originsHeading());
        origins.forEach(origin ->
                paragraph("Small", origin.number() + ". " + origin.what() + " " + origin.address()));
        copy.colophon().forEach(line -> paragraph("Small", line));
    }

    private void block(Block block) {
        switch (block) {
            case Block.Prose prose -> paragraph("Body", copy.words(prose));
            case Block.Remark(var text) -> paragraph("Body", copy.say(text));
            case Block.Table table -> table(table);
        }
    }

    private void paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        XWPFRun run = paragraph.createRun();
        run.setText(text);
    }

    private void table(Block.Table from) {
        String caption = copy.say(from.caption());
        if (!caption.isEmpty()) paragraph("Caption", caption);
        XWPFTable table = document.createTable(from.rows().size() + 1, from.columns().size());
        var properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(DocxPage.TEXT_WIDTH));
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) grid.removeGridCol(0);
        int all = from.columns().stream().mapToInt(Block.Column::weight).sum();
        int[] widths = from.columns().stream()
                .mapToInt(column -> DocxPage.TEXT_WIDTH * column.weight() / all)
                .toArray();
        for (int one : widths) grid.addNewGridCol().setW(BigInteger.valueOf(one));
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int i = 0; i < widths.length; i++) {
            Block.Column column = from.columns().get(i);
            cell(head.getCell(i), "TableHead", copy.say(column.title()), column.number(), widths[i]);
        }
        for (int row = 0; row < from.rows().size(); row++) {
            XWPFTableRow line = table.getRow(row + 1);
            line.setCantSplitRow(true);
            for (int i = 0; i < widths.length; i++) {
                String words = copy.words(from.rows().get(row).get(i));
                cell(line.getCell(i), "TableText", words, from.columns().get(i).number(), widths[i]);
            }
        }
    }

    private static void cell(XWPFTableCell cell, String style, String text, boolean number, int width) {
        cell.setWidth(Integer.toString(width));
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle(style);
        if (number) paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.createRun().setText(text);
    }
}
