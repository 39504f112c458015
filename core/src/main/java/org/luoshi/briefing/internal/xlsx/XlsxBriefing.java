package org.luoshi.briefing.internal.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.Figure;
import org.luoshi.briefing.PackEdition;
import org.luoshi.briefing.internal.print.Copy;

/// A briefing as a workbook: a sheet of prose, one for each table with its figures as numbers and, in hidden
/// columns, what each is bound to, and one with every binding.
///
/// Nothing is written as a formula, and text that a spreadsheet could take for one is marked as text.
public final class XlsxBriefing {

    private static final int NAME_LENGTH = 31;
    private static final int WIDEST = 60;

    private final Copy copy;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final CellStyle head = style(true, HorizontalAlignment.LEFT);
    private final CellStyle text = style(false, HorizontalAlignment.LEFT);
    private final CellStyle number = style(false, HorizontalAlignment.RIGHT);
    private final CellStyle quoted = style(false, HorizontalAlignment.LEFT);
    private final Set<String> names = new HashSet<>();

    private XlsxBriefing(Copy copy) {
        this.copy = copy;
        quoted.setQuotePrefixed(true);
    }

    public static void write(Copy copy, OutputStream out) throws IOException {
        XlsxBriefing briefing = new XlsxBriefing(copy);
        try (briefing.book) {
            briefing.fill();
            briefing.book.write(out);
        }
    }

    private void fill() {
        prose();
        for (int i = 0; i < copy.briefing().sections().size(); i++) {
            for (Block block : copy.briefing().sections().get(i).blocks()) {
                if (block instanceof Block.Table table) table(copy.heading(i), table);
            }
        }
        bindings();
    }

    private void prose() {
        Sheet sheet = sheet(copy.say("正文", "Text"));
        sheet.setColumnWidth(0, 100 * 256);
        line(sheet, copy.title(), head);
        copy.notes().forEach(note -> line(sheet, note, text));
        for (int i = 0; i < copy.briefing().sections().size(); i++) {
            line(sheet, copy.heading(i), head);
            for (Block block : copy.briefing().sections().get(i).blocks()) {
                switch (block) {
                    case Block.Prose words -> line(sheet, copy.words(words), text);
                    case Block.Remark(var remark) -> line(sheet, copy.say(remark), text);
                    case Block.Table table -> line(sheet, copy.say("见同名工作表", "See the sheet of that name"), text);
                }
            }
        }
        copy.colophon().forEach(note -> line(sheet, note, text));
    }

    private void line(Sheet sheet, String words, CellStyle style) {
        words(sheet.createRow(sheet.getLastRowNum() + 1).createCell(0), words, style);
    }

    private void table(String heading, Block.Table table) {
        Sheet sheet = sheet(heading);
        List<Block.Column> columns = table.columns();
        Row top = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            words(top.createCell(i), copy.say(columns.get(i).title()), head);
            words(
                    top.createCell(columns.size() + i),
                    copy.say(columns.get(i).title()) + copy.say("·来源", " · source"),
                    head);
            sheet.setColumnWidth(i, Math.min(WIDEST, 6 + columns.get(i).weight() * 3 / 2) * 256);
            sheet.setColumnHidden(columns.size() + i, true);
        }
        for (List<Block.Cell> cells : table.rows()) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < cells.size(); i++) {
                cell(row, i, columns.size() + i, cells.get(i));
            }
        }
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, sheet.getLastRowNum(), 0, columns.size() - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.getPrintSetup().setPaperSize((short) 9);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void cell(Row row, int at, int source, Block.Cell cell) {
        Cell shown = row.createCell(at);
        if (cell instanceof Block.Cell.Value(Figure figure, var colour)) {
            figure(shown, figure, copy.words(cell));
            words(row.createCell(source), binding(figure), text);
        } else {
            words(shown, copy.words(cell), text);
        }
    }

    private void figure(Cell cell, Figure figure, String shown) {
        var value = figure.value();
        if (value == null) {
            words(cell, shown, text);
        } else {
            cell.setCellValue(value.doubleValue());
            cell.setCellStyle(number);
        }
    }

    private void bindings() {
        Sheet sheet = sheet(copy.say("数据绑定", "Bindings"));
        List<String> titles = List.of(
                copy.say("节", "Section"),
                copy.say("数", "Figure"),
                copy.say("显示为", "Shown as"),
                copy.say("来源", "Source"),
                copy.say("表达式", "Expression"),
                copy.say("时点", "Moment"),
                copy.say("系统包", "Pack"),
                copy.say("版本", "Version"),
                copy.say("摘要", "Digest"));
        Row top = sheet.createRow(0);
        for (int i = 0; i < titles.size(); i++) words(top.createCell(i), titles.get(i), head);
        copy.briefing().sections().forEach(section -> section.blocks().stream()
                .flatMap(Block::figures)
                .forEach(figure -> bound(sheet, copy.say(section.heading()), figure)));
        sheet.createFreezePane(0, 1);
    }

    private void bound(Sheet sheet, String section, Figure figure) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        words(row.createCell(0), section, text);
        figure(row.createCell(1), figure, "");
        words(row.createCell(2), copy.say(figure.shown()), text);
        words(row.createCell(3), figure.binding().source().key(), text);
        words(row.createCell(4), figure.binding().expression(), text);
        words(row.createCell(5), figure.binding().moment().toString(), text);
        PackEdition pack = figure.binding().pack();
        words(row.createCell(6), pack == null ? "" : pack.pack(), text);
        words(row.createCell(7), pack == null ? "" : pack.version(), text);
        words(row.createCell(8), pack == null ? "" : pack.digest(), text);
    }

    private static String binding(Figure figure) {
        return figure.binding().source().key() + " @ " + figure.binding().moment();
    }

    private void words(Cell cell, String words, CellStyle style) {
        cell.setCellValue(words);
        boolean risky = !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0;
        cell.setCellStyle(risky ? quoted : style);
    }

    private Sheet sheet(String wanted) {
        String clean = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String base = clean.substring(0, Math.min(NAME_LENGTH - 3, clean.length()));
        String name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) name = base + " " + i;
        return book.createSheet(name);
    }

    private CellStyle style(boolean bold, HorizontalAlignment alignment) {
        CellStyle style = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(bold);
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        style.setBorderBottom(BorderStyle.HAIR);
        return style;
    }
}
