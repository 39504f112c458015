package org.luoshi.web.register;

import java.util.List;
import java.util.Map;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Field;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.web.shell.Shell;

/// Values of a record as lines to read.
final class RecordLines {

    private RecordLines() {}

    static List<RecordView.Line> of(
            Register register, RegisterRecord record, List<Field> fields, Shell shell, Viewer viewer) {
        Map<String, Map<Long, String>> references = register.references(List.of(record), viewer);
        return fields.stream()
                .map(field -> new RecordView.Line(
                        field.title(),
                        RegisterDesk.words(
                                register,
                                field,
                                record.value(field.id()),
                                shell.language(),
                                references.getOrDefault(field.id(), Map.of())),
                        RegisterDesk.unit(field, shell),
                        RegisterDesk.href(field, record.value(field.id())),
                        record.masked().contains(field.id())))
                .toList();
    }
}
