package org.luoshi.webhook.internal;

import static org.luoshi.tables.Tables.WEBHOOK;
import static org.luoshi.tables.Tables.WEBHOOK_DELIVERY;

import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.webhook.AddressRefused;
import org.luoshi.webhook.Delivery.State;
import org.luoshi.webhook.Topic;
import org.luoshi.webhook.Webhook;
import org.springframework.stereotype.Component;

/// Receivers in their table.
@Component
public class ReceiverStore {

    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    private final DSLContext database;
    private final Egress egress;
    private final SecureRandom random = new SecureRandom();

    ReceiverStore(DSLContext database, Egress egress) {
        this.database = database;
        this.egress = egress;
    }

    public record Fresh(String id, String address, String secret) {}

    /// @throws AddressRefused if nothing may be sent there
    public Fresh insert(String title, String address, Set<Topic> topics, String account, Instant now) {
        Fresh fresh = new Fresh(
                HexFormat.of().formatHex(drawn(ID_BYTES)),
                judged(address).toString(),
                Signature.PREFIX + Base64.getEncoder().encodeToString(drawn(SECRET_BYTES)));
        database.insertInto(WEBHOOK)
                .set(WEBHOOK.ID, fresh.id())
                .set(WEBHOOK.TITLE, title)
                .set(WEBHOOK.ADDRESS, fresh.address())
                .set(WEBHOOK.SECRET, fresh.secret())
                .set(WEBHOOK.TOPICS, topics.stream().map(Topic::id).sorted().toArray(String[]::new))
                .set(WEBHOOK.CREATED_BY, account)
                .set(WEBHOOK.CREATED_AT, now)
                .execute();
        return fresh;
    }

    private URI judged(String address) {
        URI read = Egress.read(address);
        try {
            egress.judge(read);
            return read;
        } catch (UnknownHostException e) {
            throw new AddressRefused(
                    "找不到主机 %s".formatted(read.getHost()), "there is no host %s".formatted(read.getHost()));
        }
    }

    public List<Webhook> all() {
        return read(DSL.noCondition());
    }

    public Optional<Webhook> find(String id) {
        return read(WEBHOOK.ID.eq(id)).stream().findFirst();
    }

    /// @param at null to go on
    /// @return whether it was otherwise
    public boolean pause(String id, @Nullable Instant at) {
        Condition otherwise = at == null ? WEBHOOK.PAUSED_AT.isNotNull() : WEBHOOK.PAUSED_AT.isNull();
        return database.update(WEBHOOK).set(WEBHOOK.PAUSED_AT, at).where(WEBHOOK.ID.eq(id), otherwise).execute() > 0;
    }

    public boolean delete(String id) {
        return database.deleteFrom(WEBHOOK).where(WEBHOOK.ID.eq(id)).execute() > 0;
    }

    private List<Webhook> read(Condition which) {
        Field<Integer> waiting = counted(State.WAITING);
        Field<Integer> dead = counted(State.DEAD);
        return database.select(WEBHOOK.fields())
                .select(waiting, dead)
                .from(WEBHOOK)
                .where(which)
                .orderBy(WEBHOOK.CREATED_AT, WEBHOOK.ID)
                .fetch(row -> webhook(row, row.get(waiting), row.get(dead)));
    }

    private static Field<Integer> counted(State state) {
        return DSL.field(DSL.selectCount()
                        .from(WEBHOOK_DELIVERY)
                        .where(
                                WEBHOOK_DELIVERY.WEBHOOK.eq(WEBHOOK.ID),
                                WEBHOOK_DELIVERY.STATE.eq(DeliveryStore.word(state))))
                .as(DeliveryStore.word(state));
    }

    private static Webhook webhook(Record row, long waiting, long dead) {
        return new Webhook(
                row.get(WEBHOOK.ID),
                row.get(WEBHOOK.TITLE),
                row.get(WEBHOOK.ADDRESS),
                Arrays.stream(row.get(WEBHOOK.TOPICS))
                        .flatMap(topic -> Topic.find(topic).stream())
                        .collect(Collectors.toSet()),
                row.get(WEBHOOK.CREATED_BY),
                row.get(WEBHOOK.CREATED_AT),
                row.get(WEBHOOK.PAUSED_AT),
                waiting,
                dead);
    }

    private byte[] drawn(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }
}
