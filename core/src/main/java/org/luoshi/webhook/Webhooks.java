package org.luoshi.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.webhook.Delivery.State;
import org.luoshi.webhook.internal.DeliveryStore;
import org.luoshi.webhook.internal.ReceiverStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Receivers of events, and what became of what they were to be told. Only administrators come here.
@Service
@Transactional
public class Webhooks {

    private static final int LONGEST_TITLE = 80;

    private final ReceiverStore receivers;
    private final DeliveryStore deliveries;
    private final ChangeLog log;
    private final Clock clock;

    public Webhooks(ReceiverStore receivers, DeliveryStore deliveries, ChangeLog log, Clock clock) {
        this.receivers = receivers;
        this.deliveries = deliveries;
        this.log = log;
        this.clock = clock;
    }

    /// A new receiver.
    ///
    /// @param secret signs what it is sent; to be shown once
    public record Made(Webhook webhook, String secret) {}

    /// @throws AddressRefused if nothing may be sent there
    /// @throws IllegalArgumentException for an empty or overlong title, or no topic
    public Made make(String title, String address, Set<Topic> topics, Viewer viewer) {
        demand(viewer);
        String words = title.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST_TITLE || topics.isEmpty())
            throw new IllegalArgumentException("need a title of 1 to %d characters and a topic, got `%s` and %s"
                    .formatted(LONGEST_TITLE, title, topics));
        ReceiverStore.Fresh fresh = receivers.insert(words, address, topics, viewer.account(), clock.instant());
        note("make", fresh.id(), Map.of("address", fresh.address()), viewer);
        return new Made(receivers.find(fresh.id()).orElseThrow(), fresh.secret());
    }

    @Transactional(readOnly = true)
    public List<Webhook> all(Viewer viewer) {
        demand(viewer);
        return receivers.all();
    }

    @Transactional(readOnly = true)
    public Optional<Webhook> find(String id, Viewer viewer) {
        demand(viewer);
        return receivers.find(id);
    }

    /// @return whether there is such a receiver and it was not so already
    public boolean pause(String id, Viewer viewer) {
        demand(viewer);
        boolean done = receivers.pause(id, clock.instant());
        if (done) note("pause", id, Map.of(), viewer);
        return done;
    }

    /// What waited meanwhile is sent.
    public boolean resume(String id, Viewer viewer) {
        demand(viewer);
        boolean done = receivers.pause(id, null);
        if (done) note("resume", id, Map.of(), viewer);
        return done;
    }

    /// With everything that waits for it.
    public boolean delete(String id, Viewer viewer) {
        demand(viewer);
        boolean done = receivers.delete(id);
        if (done) note("delete", id, Map.of(), viewer);
        return done;
    }

    /// Newest first.
    ///
    /// @param state null for any
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(String id, @Nullable State state, int limit, Viewer viewer) {
        demand(viewer);
        return deliveries.of(id, state, limit);
    }

    /// Tries a dead delivery again, as often as a new one.
    public boolean sendAgain(String id, long delivery, Viewer viewer) {
        demand(viewer);
        boolean done = deliveries.revive(id, delivery, clock.instant());
        if (done) note("send_again", id, Map.of("delivery", String.valueOf(delivery)), viewer);
        return done;
    }

    private void note(String action, String id, Map<String, String> details, Viewer viewer) {
        log.open(new ChangeRequest(viewer.account(), "webhook." + action, "webhook/" + id, details));
    }

    private static void demand(Viewer viewer) {
        if (!viewer.mayAnywhere(Permission.ADMINISTER)) throw new AccessDenied(Permission.ADMINISTER, "*");
    }
}
