package org.luoshi.register.internal.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.luoshi.register.ImportRequest;

/// Opens a file by what is in it, whatever its name says.
final class Sources {

    private Sources() {}

    static RowSource open(ImportRequest request) throws IOException, ImportProblem {
        byte[] start;
        try (InputStream in = Files.newInputStream(request.file())) {
            start = in.readNBytes(4);
        }
        if (start.length == 0) {
            throw new ImportProblem("文件是空的", "the file is empty");
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return new XlsxSource(request.file());
        }
        if (start.length == 4 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF && start[2] == 0x11) {
            throw new ImportProblem(
                    "这是旧的 XLS 或加密的工作簿；另存为 XLSX 或 CSV", "this is an old XLS or an encrypted workbook; save it as XLSX or CSV");
        }
        TextEncoding encoding = request.charset() == null
                ? TextEncoding.detect(request.file())
                : TextEncoding.of(request.file(), request.charset());
        return new CsvSource(request.file(), encoding, request.delimiter());
    }
}
