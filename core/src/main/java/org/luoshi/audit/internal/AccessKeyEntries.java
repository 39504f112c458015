package org.luoshi.audit.internal;

import java.util.Locale;
import java.util.Map;
import org.luoshi.access.AccessKeyChanged;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Notes in the log that a key was made, revoked or locked, as part of the transaction that did it.
@Component
class AccessKeyEntries {

    private final ChangeLog log;

    AccessKeyEntries(ChangeLog log) {
        this.log = log;
    }

    @EventListener
    void note(AccessKeyChanged event) {
        log.open(new ChangeRequest(
                event.actor(),
                "access_key." + event.kind().name().toLowerCase(Locale.ROOT),
                "access_key/" + event.key().id(),
                Map.of("account", event.key().account(), "title", event.key().title())));
    }
}
