package org.luoshi.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.CellError;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportReport.Outcome;

class RegisterCommandsTest {

    private final ImportReport report = new ImportReport(
            Outcome.REFUSED, 2, 1, 0, 0, 1,
            List.of(new CellError(3, "名称 \"x\"", "name", "a\\b", new Text("填写名称", "fill in name"))), 1,
            List.of(), List.of(new Text("编码判断为 UTF-8", "encoding taken to be UTF-8")), null, null, null);

    @Test
    void theReportTellsRowColumnAndCountsInBothLanguages() {
        assertThat(ReportText.plain(report)).contains("UTF-8", "第 3 行 / row 3", "填写名称 / fill in name", "错行 1", "1 bad");
    }

    @Test
    void theJsonReportEscapesWhatStandsInCells() {
        assertThat(ReportText.json(report)).contains("\"outcome\":\"refused\"", "\"column\":\"名称 \\\"x\\\"\"", "\"value\":\"a\\\\b\"");
    }
}
