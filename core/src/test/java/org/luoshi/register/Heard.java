package org.luoshi.register;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;

/// Remembers what registers published.
class Heard {

    final List<RecordsChanged> changes = new ArrayList<>();
    final List<RecordsImported> imports = new ArrayList<>();

    @EventListener
    void hear(RecordsChanged event) {
        changes.add(event);
    }

    @EventListener
    void hear(RecordsImported event) {
        imports.add(event);
    }
}
