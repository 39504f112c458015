package org.luoshi.webhook.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.indicator.CellsChanged;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.PlanEdited;
import org.luoshi.register.RecordChange;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RecordsImported;
import org.luoshi.register.RegisterRecord;
import org.luoshi.webhook.Topic;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes down what is to be told, in the transaction of the change that it tells of. Values are never told.
@Component
class Outbox {

    /// Records named in one event.
    private static final int NAMED = 500;

    private final DeliveryStore store;
    private final Clock clock;

    Outbox(DeliveryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void hear(RecordsChanged event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("register", event.entity().toString());
        data.put("change", event.change().number());
        data.put("count", event.changes().size());
        data.put("records", event.changes().stream().limit(NAMED).map(Outbox::named).toList());
        String subject = event.changes().size() == 1
                ? event.entity() + "/" + named(event.changes().getFirst()).get("id")
                : event.entity().toString();
        tell(CloudEvents.of(Topic.RECORD_CHANGED, subject, event.change().knownAt(), data));
    }

    private static Map<String, Object> named(RecordChange change) {
        RegisterRecord record = change.after() == null ? change.before() : change.after();
        if (record == null) throw new IllegalArgumentException("a change of no record");
        return Map.of("id", record.id(), "version", record.version(), "deleted", change.after() == null);
    }

    @EventListener
    void hear(RecordsImported event) {
        tell(CloudEvents.of(Topic.RECORDS_IMPORTED, event.entity().toString(), event.change().knownAt(), Map.of(
                "register", event.entity().toString(),
                "change", event.change().number(),
                "created", event.created(),
                "updated", event.updated())));
    }

    @EventListener
    void hear(CellsChanged event) {
        List<String> indicators = event.indicators().stream().map(QualifiedId::toString).sorted().toList();
        tell(CloudEvents.of(Topic.FIGURES_CHANGED, "indicators", clock.instant(), Map.of("indicators", indicators)));
    }

    @EventListener
    void hear(PlanEdited event) {
        tell(CloudEvents.of(Topic.PLAN_EDITED, "plan/" + event.plan(), event.version().knownAt(), Map.of(
                "plan", event.plan().toString(),
                "change", event.version().change(),
                "version", event.version().number())));
    }

    private void tell(CloudEvents.Event event) {
        store.write(event, clock.instant());
    }
}
