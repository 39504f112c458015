package org.luoshi.web.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.Field;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// Values of registers in words, for pages that show records beside the register pages themselves.
@Component
public class RecordWords {

    private final Registers registers;

    RecordWords(Registers registers) {
        this.registers = registers;
    }

    /// In declaration order.
    public List<Field> fields(QualifiedId entity) {
        return registers.of(entity).entity().fields();
    }

    /// `—` where there is none.
    public String of(QualifiedId entity, Field field, @Nullable Object value, Language language) {
        return RegisterDesk.words(registers.of(entity), field, value, language, Map.of());
    }
}
