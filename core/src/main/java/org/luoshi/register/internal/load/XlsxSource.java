package org.luoshi.register.internal.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.luoshi.kernel.text.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// The first sheet of an XLSX workbook, read as a stream.
final class XlsxSource implements RowSource {

    private final Path file;
    private final List<Text> notes = new ArrayList<>();

    XlsxSource(Path file) {
        this.file = file;
    }

    @Override
    public void read(Sink sink) throws IOException, ImportProblem {
        notes.clear();
        ZipLimits.check(file);
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(workbook);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook);
            SheetIterator sheets = (SheetIterator) reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new ImportProblem("工作簿里没有工作表", "the workbook has no sheet");
            }
            try (InputStream sheet = sheets.next()) {
                String name = sheets.getSheetName();
                boolean since1904 = WorkbookDates.since1904(reader);
                SheetRows rows = new SheetRows(sink);
                SheetHandler handler = new SheetHandler(reader.getStylesTable(), strings, rows, since1904);
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(handler);
                xml.parse(new InputSource(sheet));
                notes.add(new Text("工作表「%s」".formatted(name), "sheet \"%s\"".formatted(name)));
                if (handler.formulas() > 0) {
                    notes.add(new Text(
                            "%d 个公式取文件里存的结果，不重算".formatted(handler.formulas()),
                            "%d formulas: the result stored in the file is taken, not computed anew".formatted(handler.formulas())));
                }
            }
            if (sheets.hasNext()) {
                notes.add(new Text("其余工作表未读", "further sheets were not read"));
            }
        } catch (SheetRows.Interrupted e) {
            e.rethrow();
        } catch (OpenXML4JException | OpenXML4JRuntimeException | SAXException | ParserConfigurationException | RecordFormatException
                | IllegalArgumentException | IllegalStateException e) {
            throw ZipLimits.damaged(e);
        }
    }

    @Override
    public List<Text> notes() {
        return notes;
    }

    @Override
    public long bytesRead() {
        return 0;
    }
}
