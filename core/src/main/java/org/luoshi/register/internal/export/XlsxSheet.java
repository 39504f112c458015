package org.luoshi.register.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.ListRefused;
import org.luoshi.register.Sheet;

/// A workbook of one sheet, written through temporary files so that memory stays bounded.
public final class XlsxSheet implements Sheet {

    /// Rows in memory at once.
    private static final int WINDOW = 200;
    /// The format's own limit.
    private static final int MOST_ROWS = 1_048_576;
    /// Digits that a spreadsheet's numbers keep; longer ones become text.
    private static final int EXACT_DIGITS = 15;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, WINDOW, true, false);
    private final SXSSFSheet sheet;
    private final OutputStream out;
    private final CellStyle date;
    private final CellStyle bold;
    private int rows;

    public XlsxSheet(OutputStream out, String title) {
        this.out = out;
        this.sheet = workbook.createSheet(org.apache.poi.ss.util.WorkbookUtil.createSafeSheetName(title));
        this.date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        this.bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
    }

    @Override
    public void head(List<String> titles) {
        Row row = sheet.createRow(rows++);
        for (int i = 0; i < titles.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(titles.get(i));
            cell.setCellStyle(bold);
        }
        sheet.createFreezePane(0, 1);
    }

    @Override
    public void row(List<String> texts, List<@Nullable Object> values) {
        if (rows == MOST_ROWS) {
            throw new ListRefused(
                    "XLSX 最多 %d 行；改用 CSV 或加筛选".formatted(MOST_ROWS), "XLSX holds at most %d rows; use CSV or a filter".formatted(MOST_ROWS));
        }
        Row row = sheet.createRow(rows++);
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                write(row.createCell(i), texts.get(i), values.get(i));
            }
        }
    }

    private void write(Cell cell, String text, @Nullable Object value) {
        switch (value) {
            case BigDecimal number when number.precision() <= EXACT_DIGITS -> cell.setCellValue(number.doubleValue());
            case Long number when text.equals(number.toString()) && text.length() <= EXACT_DIGITS -> cell.setCellValue(number);
            case LocalDate day -> {
                cell.setCellValue(day);
                cell.setCellStyle(date);
            }
            case null, default -> cell.setCellValue(SafeText.of(text));
        }
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            workbook.write(out);
        }
    }
}
