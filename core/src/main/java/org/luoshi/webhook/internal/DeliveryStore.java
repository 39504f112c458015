package org.luoshi.webhook.internal;

import static org.luoshi.tables.Tables.WEBHOOK;
import static org.luoshi.tables.Tables.WEBHOOK_DELIVERY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.tables.tables.records.WebhookDeliveryRecord;
import org.luoshi.webhook.Delivery;
import org.luoshi.webhook.Delivery.State;
import org.luoshi.webhook.Topic;
import org.springframework.stereotype.Component;

/// Deliveries in their table. A waiting one that is being tried has its next moment moved on, so that nobody else tries it;
/// where the one who tries it dies, that moment comes and it is tried again.
@Component
public class DeliveryStore {

    /// How long delivered ones are kept to be looked at.
    private static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext database;

    DeliveryStore(DSLContext database) {
        this.database = database;
    }

    /// A delivery that somebody has taken to try.
    ///
    /// @param attempts this one included
    record Taken(long id, String event, String body, String address, String secret, int attempts) {}

    /// One for each receiver that wants to be told.
    void write(CloudEvents.Event event, Instant now) {
        database.insertInto(
                        WEBHOOK_DELIVERY,
                        WEBHOOK_DELIVERY.WEBHOOK,
                        WEBHOOK_DELIVERY.EVENT,
                        WEBHOOK_DELIVERY.TOPIC,
                        WEBHOOK_DELIVERY.BODY,
                        WEBHOOK_DELIVERY.CREATED_AT,
                        WEBHOOK_DELIVERY.STATE,
                        WEBHOOK_DELIVERY.NEXT_AT)
                .select(DSL.select(
                                WEBHOOK.ID,
                                DSL.val(event.id()),
                                DSL.val(event.topic().id()),
                                DSL.val(event.body()),
                                DSL.val(now),
                                DSL.val(word(State.WAITING)),
                                DSL.val(now))
                        .from(WEBHOOK)
                        .where(DSL.val(event.topic().id()).eq(DSL.any(WEBHOOK.TOPICS))))
                .execute();
    }

    /// Receivers for whom something is due.
    List<String> due(Instant now) {
        return database.selectDistinct(WEBHOOK_DELIVERY.WEBHOOK)
                .from(WEBHOOK_DELIVERY)
                .join(WEBHOOK)
                .on(WEBHOOK.ID.eq(WEBHOOK_DELIVERY.WEBHOOK))
                .where(isDue(now), WEBHOOK.PAUSED_AT.isNull())
                .fetch(WEBHOOK_DELIVERY.WEBHOOK);
    }

    /// Takes the receiver's earliest due delivery.
    ///
    /// @param until when somebody else may take it
    Optional<Taken> take(String webhook, Instant now, Instant until) {
        return database.resultQuery(
                        """
                        update luoshi.webhook_delivery d set attempts = d.attempts + 1, next_at = {0}
                          from luoshi.webhook w
                         where w.id = d.webhook and w.paused_at is null and d.id = (
                               select id from luoshi.webhook_delivery
                                where webhook = {1} and state = 'waiting' and next_at <= {2}
                                order by next_at, id limit 1 for update skip locked)
                        returning d.id, d.event, d.body, w.address, w.secret, d.attempts""",
                        DSL.val(until), DSL.val(webhook), DSL.val(now))
                .fetchOptional(row -> new Taken(
                        row.get("id", Long.class),
                        row.get("event", String.class),
                        row.get("body", String.class),
                        row.get("address", String.class),
                        row.get("secret", String.class),
                        row.get("attempts", Integer.class)));
    }

    /// Notes what came of it.
    ///
    /// @param next when to try again; null for never
    void note(Taken taken, Answer answer, Instant now, @Nullable Instant next) {
        State state = answer.received() ? State.DELIVERED : next == null ? State.DEAD : State.WAITING;
        database.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.STATE, word(state))
                .set(WEBHOOK_DELIVERY.STATUS, answer.status())
                .set(WEBHOOK_DELIVERY.FAILURE, answer.failure())
                .set(WEBHOOK_DELIVERY.ENDED_AT, state == State.WAITING ? null : now)
                .set(WEBHOOK_DELIVERY.NEXT_AT, next == null ? now : next)
                .where(
                        WEBHOOK_DELIVERY.ID.eq(taken.id()),
                        // not where somebody else has taken it since, believing this one dead
                        WEBHOOK_DELIVERY.ATTEMPTS.eq(taken.attempts()),
                        WEBHOOK_DELIVERY.STATE.eq(word(State.WAITING)))
                .execute();
    }

    /// A dead one waits again, as if it were new.
    public boolean revive(String webhook, long id, Instant now) {
        return database.update(WEBHOOK_DELIVERY)
                        .set(WEBHOOK_DELIVERY.STATE, word(State.WAITING))
                        .set(WEBHOOK_DELIVERY.ATTEMPTS, 0)
                        .set(WEBHOOK_DELIVERY.NEXT_AT, now)
                        .setNull(WEBHOOK_DELIVERY.ENDED_AT)
                        .where(
                                WEBHOOK_DELIVERY.ID.eq(id),
                                WEBHOOK_DELIVERY.WEBHOOK.eq(webhook),
                                WEBHOOK_DELIVERY.STATE.eq(word(State.DEAD)))
                        .execute()
                > 0;
    }

    void forgetDelivered(Instant now) {
        database.deleteFrom(WEBHOOK_DELIVERY)
                .where(
                        WEBHOOK_DELIVERY.STATE.eq(word(State.DELIVERED)),
                        WEBHOOK_DELIVERY.ENDED_AT.lt(now.minus(KEPT)))
                .execute();
    }

    /// The receiver's, newest first.
    ///
    /// @param state null for any
    public List<Delivery> of(String webhook, @Nullable State state, int limit) {
        return database.selectFrom(WEBHOOK_DELIVERY)
                .where(
                        WEBHOOK_DELIVERY.WEBHOOK.eq(webhook),
                        state == null ? DSL.noCondition() : WEBHOOK_DELIVERY.STATE.eq(word(state)))
                .orderBy(WEBHOOK_DELIVERY.ID.desc())
                .limit(limit)
                .fetch(DeliveryStore::delivery);
    }

    private static Condition isDue(Instant now) {
        return WEBHOOK_DELIVERY.STATE.eq(word(State.WAITING)).and(WEBHOOK_DELIVERY.NEXT_AT.le(now));
    }

    public static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Delivery delivery(WebhookDeliveryRecord row) {
        return new Delivery(
                row.getId(),
                row.getWebhook(),
                row.getEvent(),
                Topic.find(row.getTopic()).orElseThrow(),
                row.getBody(),
                row.getCreatedAt(),
                State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getAttempts(),
                row.getNextAt(),
                row.getEndedAt(),
                row.getStatus(),
                row.getFailure());
    }
}
