package org.luoshi.webhook.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.webhook.internal.DeliveryStore.Taken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes what is due, sends it, notes what came of it. No transaction is open while it sends.
///
/// What is received but not noted, because the program died in between, is sent again: at least once, never not at all.
@Component
public class Courier {

    private final DeliveryStore store;
    private final Post post;
    private final Duration patience;
    private final Clock clock;

    /// @param patience for one attempt
    public Courier(
            DeliveryStore store,
            Egress egress,
            @Value("${luoshi.webhooks.patience:PT10S}") Duration patience,
            Clock clock) {
        this.store = store;
        this.post = new Post(egress, patience);
        this.patience = patience;
        this.clock = clock;
    }

    /// Receivers for whom something is due.
    public List<String> due() {
        return store.due(clock.instant());
    }

    /// Sends the receiver everything that is due, one after the other, as long as it goes through.
    public void deliverTo(String webhook) {
        boolean received = true;
        while (received && !Thread.currentThread().isInterrupted()) {
            Optional<Taken> taken = take(webhook);
            received = taken.isPresent() && deliver(taken.get());
        }
    }

    /// Half as long again as an attempt lasts, and some for a slow database.
    Optional<Taken> take(String webhook) {
        Instant now = clock.instant();
        return store.take(webhook, now, now.plus(patience.multipliedBy(3).dividedBy(2)).plusSeconds(5));
    }

    private boolean deliver(Taken taken) {
        Answer answer = send(taken);
        Instant now = clock.instant();
        store.note(taken, answer, now, Retries.after(taken.attempts()).map(now::plus).orElse(null));
        return answer.received();
    }

    Answer send(Taken taken) {
        long timestamp = clock.instant().getEpochSecond();
        return post.send(
                Egress.read(taken.address()),
                Map.of(
                        "Content-Type", CloudEvents.MEDIA_TYPE,
                        "User-Agent", "Luoshi",
                        "webhook-id", taken.event(),
                        "webhook-timestamp", String.valueOf(timestamp),
                        "webhook-signature", Signature.of(taken.secret(), taken.event(), timestamp, taken.body())),
                taken.body().getBytes(StandardCharsets.UTF_8));
    }

    public void forgetDelivered() {
        store.forgetDelivered(clock.instant());
    }
}
