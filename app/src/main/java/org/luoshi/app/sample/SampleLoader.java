package org.luoshi.app.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.register.FormReading;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Enters reports into the registers on the days on which they became known, through the same door as
/// everybody: constraints hold, versions are kept, and each entry is in the audit log.
///
/// Call within one transaction, so that a demonstration is there whole or not at all.
public final class SampleLoader {

    private static final Logger LOG = LoggerFactory.getLogger(SampleLoader.class);

    private final Registers registers;
    private final Map<String, Entered> entered = new HashMap<>();
    private final Set<List<Object>> keys = new HashSet<>();
    private final IntConsumer progress;
    private int seen;
    private int refused;

    private record Entered(long id, int version) {}

    /// @param progress hears how many reports have been entered or refused so far
    public SampleLoader(Registers registers, IntConsumer progress) {
        this.registers = registers;
        this.progress = progress;
    }

    /// @param reports in the order in which they become known
    /// @param standAt moves the clock to the working morning of a day
    public void load(List<Report> reports, Consumer<LocalDate> standAt) {
        LocalDate day = null;
        for (Report report : reports) {
            if (!report.knownOn().equals(day)) {
                day = report.knownOn();
                standAt.accept(day);
            }
            enter(report);
            progress.accept(++seen);
        }
    }

    /// How many reports the registers refused, as they would refuse an office's.
    public int refused() {
        return refused;
    }

    private void enter(Report report) {
        Register register = registers.of(report.entity());
        Entered before = entered.get(report.record());
        if (before == null && !report.first()) {
            return;
        }
        FormReading reading = register.read(written(register.entity(), report), null, Viewer.system());
        Map<String, @Nullable Object> values = new HashMap<>(reading.values());
        refer(register.entity(), report, values);
        if (!reading.errors().isEmpty() || (before == null && !keys.add(key(register.entity(), values)))) {
            LOG.debug("refused {}: {}", report, reading.errors());
            refused++;
            return;
        }
        WriteResult result = before == null
                ? register.create(values, Viewer.system())
                : register.update(before.id(), before.version(), values, Viewer.system());
        switch (result) {
            case WriteResult.Written(RegisterRecord record, var change) ->
                entered.put(report.record(), new Entered(record.id(), record.version()));
            case WriteResult.Unchanged unchanged -> LOG.debug("nothing new in {}", report);
            case WriteResult.Refused(var errors) -> {
                refused++;
                LOG.debug("refused {}: {}", report, errors);
            }
            case WriteResult.Conflict conflict ->
                throw new IllegalStateException("nobody else writes while samples load: " + report);
            case WriteResult.Missing missing -> throw new IllegalStateException("record gone: " + report);
        }
    }

    /// The database would refuse a second record with the same business key, and the whole load with it.
    private static List<Object> key(Entity entity, Map<String, @Nullable Object> values) {
        List<Object> key = new ArrayList<>(List.of(entity.id()));
        entity.key().forEach(field -> key.add(String.valueOf(values.get(field))));
        return key;
    }

    private static Map<String, String> written(Entity entity, Report report) {
        Map<String, String> written = new HashMap<>(report.values());
        written.keySet().removeIf(field -> isReference(entity, field));
        if (report.first() && entity.unit() != null) {
            written.putIfAbsent(entity.unit(), report.unit());
        }
        return written;
    }

    /// A reference names another record by its place; the register wants its id.
    private void refer(Entity entity, Report report, Map<String, @Nullable Object> values) {
        report.values().forEach((field, place) -> {
            Entered target = entered.get(place);
            if (isReference(entity, field) && target != null) {
                values.put(field, target.id());
            }
        });
    }

    private static boolean isReference(Entity entity, String field) {
        return entity.field(field).map(Field::type).orElse(null) instanceof FieldType.ReferenceType;
    }
}
