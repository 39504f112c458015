package org.luoshi.indicator.internal;

import java.time.Clock;
import org.jooq.DSLContext;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RecordsImported;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears of changed records inside the transaction of the change, so that fact and mark are committed together.
@Component
public class MarkListener {

    private final DSLContext database;
    private final Models models;
    private final Clock clock;

    public MarkListener(DSLContext database, Models models, Clock clock) {
        this.database = database;
        this.models = models;
        this.clock = clock;
    }

    @EventListener
    void hear(RecordsChanged event) {
        marks().changed(event);
    }

    @EventListener
    void hear(RecordsImported event) {
        marks().imported(event);
    }

    private Marks marks() {
        return new Marks(database, models.current(), clock.getZone());
    }
}
