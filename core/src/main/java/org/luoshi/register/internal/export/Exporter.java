package org.luoshi.register.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.Column;
import org.luoshi.register.EntityTable;
import org.luoshi.register.ExportRequest;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.Sheet;
import org.luoshi.register.internal.list.Conditions;
import org.luoshi.register.internal.record.Masking;
import org.luoshi.register.internal.record.RowMapping;
import org.luoshi.register.internal.record.Setting;

/// Writes a register to a file as it reads it, a few hundred records at a time.
public final class Exporter {

    private static final int AT_ONCE = 500;

    private final Entity entity;
    private final Setting setting;

    public Exporter(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
    }

    /// @param out left open
    /// @return number of records written
    public long write(ExportRequest request, OutputStream out, Viewer viewer) throws IOException {
        List<Field> fields = request.fields().isEmpty()
                ? entity.fields()
                : request.fields().stream().map(entity::require).toList();
        String title = entity.title().in(request.language());
        try (Sheet sheet = Sheet.open(request.format(), new Unclosed(out), title, request.charset(), request.mark())) {
            Cells cells = new Cells(setting, request.language());
            sheet.head(fields.stream().map(cells::head).toList());
            // a cursor lives in a transaction
            return Objects.requireNonNull(setting.transaction().execute(_ -> rows(request, viewer, fields, cells, sheet)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long rows(ExportRequest request, Viewer viewer, List<Field> fields, Cells cells, Sheet sheet) {
        EntityTable table = setting.table(entity);
        RowMapping mapping = new RowMapping(table);
        Masking masking = new Masking(entity);
        long count = 0;
        try (var found = setting.database()
                .select(mapping.columns())
                .from(table.asOf(request.records().asOf()))
                .where(new Conditions(entity, setting)
                        .of(request.records().filters(), request.records().search(), viewer, Permission.READ))
                .orderBy(entity.key().stream()
                        .flatMap(k -> EntityTable.columns(entity.require(k)))
                        .map(Column::jooq)
                        .toList())
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            List<RegisterRecord> chunk = new ArrayList<>();
            for (Record row : found) {
                chunk.add(masking.mask(mapping.read(row), viewer));
                count++;
                if (chunk.size() == AT_ONCE) {
                    write(chunk, fields, cells, sheet);
                }
            }
            write(chunk, fields, cells, sheet);
        }
        return count;
    }

    private void write(List<RegisterRecord> chunk, List<Field> fields, Cells cells, Sheet sheet) {
        Map<String, Map<Long, String>> keys = cells.keys(entity, chunk);
        try {
            for (RegisterRecord record : chunk) {
                List<String> texts = new ArrayList<>();
                List<@Nullable Object> values = new ArrayList<>();
                for (Field field : fields) {
                    Object value = record.value(field.id());
                    texts.add(cells.text(field, value, keys.getOrDefault(field.id(), Map.of())));
                    values.add(value);
                }
                sheet.row(texts, values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chunk.clear();
    }

    /// The writer is closed with its file, the stream by whoever opened it.
    private static final class Unclosed extends java.io.FilterOutputStream {

        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
