package org.luoshi.register.internal.load;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// Cells as what they hold rather than what they look like: a number shown as 12.3 万 stays 123456.
final class SheetHandler extends XSSFSheetXMLHandler {

    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private long formulas;

    SheetHandler(StylesTable styles, ReadOnlySharedStringsTable strings, SheetContentsHandler rows, boolean since1904) {
        super(styles, null, strings, rows, new Plain(since1904), false);
    }

    long formulas() {
        return formulas;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if ("f".equals(name)) {
            formulas++;
        }
        super.startElement(uri, name, qualified, attributes);
    }

    private static final class Plain extends DataFormatter {

        private final boolean since1904;

        private Plain(boolean since1904) {
            super(Locale.ROOT);
            this.since1904 = since1904;
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String formatString) {
            if (formatString != null && DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)) {
                LocalDateTime moment = DateUtil.getLocalDateTime(value, since1904, true);
                return moment.toLocalTime().toSecondOfDay() == 0
                        ? moment.toLocalDate().toString()
                        : WITH_TIME.format(moment);
            }
            // a spreadsheet keeps 15 significant digits, the rest is noise of the binary form
            return new BigDecimal(value, new java.math.MathContext(15)).stripTrailingZeros().toPlainString();
        }
    }
}
