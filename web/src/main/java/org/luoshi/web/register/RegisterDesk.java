package org.luoshi.web.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.Pack;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.Registers;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// What all register pages ask: which register an address names, how its values read, where they lead.
@Component
class RegisterDesk {

    private final Registers registers;

    RegisterDesk(Registers registers) {
        this.registers = registers;
    }

    /// Those in force at the page's moment.
    List<Pack> packs(Shell shell) {
        return registers.packs(shell.asOf().moment()).packs();
    }

    Register of(Entity entity, Shell shell) {
        return registers.of(entity.id(), shell.asOf().moment());
    }

    /// For writing, which is always in the present.
    ///
    /// @param id as in the address, e.g. `parks.project`
    /// @throws NotFound where no pack in use declares it
    Register open(String id) {
        return open(id, (Instant) null);
    }

    /// As it was declared at the page's moment.
    ///
    /// @throws NotFound where no pack in force then declares it
    Register open(String id, Shell shell) {
        return open(id, shell.asOf().moment());
    }

    private Register open(String id, @Nullable Instant asOf) {
        int dot = id.indexOf('.');
        if (dot <= 0 || dot != id.lastIndexOf('.') || dot == id.length() - 1) throw new NotFound("register " + id);
        QualifiedId entity = QualifiedId.parse(id);
        if (registers.packs(asOf).entity(entity).isEmpty()) throw new NotFound("register " + id);
        return registers.of(entity, asOf);
    }

    boolean synthetic(Entity entity, Shell shell) {
        return shell.demo()
                && packs(shell).stream().anyMatch(p -> p.id().equals(entity.id().pack()) && p.syntheticSamples());
    }

    static String path(Entity entity) {
        return "/registers/" + entity.id();
    }

    static String label(Register register, RegisterRecord record, Language language) {
        Entity entity = register.entity();
        String name = register.show(entity.label(), record.value(entity.label()), language, Map.of());
        return name.isEmpty() ? "#" + record.id() : name;
    }

    /// The value in words, `—` where there is none.
    static String words(
            Register register, Field field, @Nullable Object value, Language language, Map<Long, String> references) {
        if (value instanceof BigDecimal exact && field.type() instanceof FieldType.DecimalType decimal) {
            return Shell.write(exact, decimal.decimals());
        }
        if (value instanceof Long whole && field.type() instanceof FieldType.IntegerType) {
            return Shell.write(BigDecimal.valueOf(whole), 0);
        }
        String words = register.show(field.id(), value, language, references);
        return words.isEmpty() ? Shell.MISSING : words;
    }

    /// Where a value leads, if anywhere.
    static @Nullable String href(Field field, @Nullable Object value) {
        if (value == null) return null;
        return switch (field.type()) {
            case FieldType.UnitType _ -> "/units/" + value;
            case FieldType.CommitmentType _ -> "/plan/" + value;
            case FieldType.ReferenceType(var entity) -> "/registers/" + entity + "/" + value;
            default -> null;
        };
    }

    static boolean isNumber(Field field) {
        return field.type() instanceof FieldType.IntegerType || field.type() instanceof FieldType.DecimalType;
    }

    static String unit(Field field, Shell shell) {
        return switch (field.type()) {
            case FieldType.IntegerType(var unit, var _, var _) -> shell.unit(unit);
            case FieldType.DecimalType(var _, var _, var unit, var _, var _) -> shell.unit(unit);
            default -> "";
        };
    }
}
