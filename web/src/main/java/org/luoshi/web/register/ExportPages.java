package org.luoshi.web.register;

import java.nio.charset.StandardCharsets;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Field;
import org.luoshi.register.ExportRequest;
import org.luoshi.register.ExportRequest.Format;
import org.luoshi.register.Register;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Shell;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// What a list matches, as a file with the list's columns, streamed.
@Controller
class ExportPages {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RegisterDesk desk;

    ExportPages(RegisterDesk desk) {
        this.desk = desk;
    }

    @Allow(Permission.READ)
    @GetMapping("/registers/{id}/export.csv")
    ResponseEntity<StreamingResponseBody> csv(@PathVariable String id, Shell shell, Viewer viewer) {
        return export(id, Format.CSV, CSV, shell, viewer);
    }

    @Allow(Permission.READ)
    @GetMapping("/registers/{id}/export.xlsx")
    ResponseEntity<StreamingResponseBody> xlsx(@PathVariable String id, Shell shell, Viewer viewer) {
        return export(id, Format.XLSX, XLSX, shell, viewer);
    }

    private ResponseEntity<StreamingResponseBody> export(
            String id, Format format, MediaType type, Shell shell, Viewer viewer) {
        Register register = desk.open(id, shell);
        ListQuery query = ListQuery.read(register, shell, ListQuery.ROWS);
        ExportRequest request = new ExportRequest(
                query.request(),
                query.columns().stream().map(Field::id).toList(),
                format,
                StandardCharsets.UTF_8,
                true,
                shell.language());
        String name = register.entity().id().name() + "-" + shell.day() + "." + (format == Format.CSV ? "csv" : "xlsx");
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(out -> register.export(request, out, viewer));
    }
}
