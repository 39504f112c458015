package org.luoshi.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.audit.AuditEntry;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.RecordChange;
import org.luoshi.register.RecordsChanged;
import org.luoshi.register.RegisterRecord;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.luoshi.webhook.AddressRefused;
import org.luoshi.webhook.Delivery;
import org.luoshi.webhook.Delivery.State;
import org.luoshi.webhook.Topic;
import org.luoshi.webhook.WebhookWorker;
import org.luoshi.webhook.Webhooks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

class WebhooksTest {

    private static final QualifiedId PROJECT = QualifiedId.parse("parks.project");
    private static final String SECRET_VALUE = "合成张三";

    /// Sends to the loopback, which a city would not allow, and has little patience. The worker is started by hand.
    @ComponentScan(
            basePackages = {"org.luoshi.access", "org.luoshi.audit", "org.luoshi.webhook"},
            excludeFilters = @ComponentScan.Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {Egress.class, Courier.class, WebhookWorker.class}))
    static class Modules {

        @Bean
        Egress egress() {
            return new Egress("127.0.0.1/32");
        }

        @Bean
        Announcer announcer(ApplicationEventPublisher events) {
            return new Announcer(events);
        }

        @Bean
        Courier courier(DeliveryStore store, Egress egress, Clock clock) {
            return new Courier(store, egress, Duration.ofSeconds(1), clock);
        }
    }

    /// Another module, which announces what it has done.
    record Announcer(ApplicationEventPublisher events) {}

    private final SteppingClock clock = SteppingClock.at("2025-03-01T09:00");
    private final TestContext context = TestContext.of(clock, Modules.class);
    private final Webhooks webhooks = context.get(Webhooks.class);
    private final Courier courier = context.get(Courier.class);
    private final Viewer admin = new Viewer("admin", Text.same("Admin"), List.of(new Grant(Role.ADMINISTRATOR, "city")));
    private Receiver receiver;
    private Webhooks.Made made;

    @BeforeEach
    void aReceiver() throws IOException {
        receiver = new Receiver();
        made = webhooks.make("测试", receiver.address(), Set.of(Topic.RECORD_CHANGED), admin);
    }

    @AfterEach
    void close() {
        receiver.close();
        context.close();
    }

    @Test
    void aChangeIsToldAsASignedCloudEventThatNamesItsRecordAndNoValue() throws Exception {
        Change change = change(42);
        deliver();
        Receiver.Got got = received(1).getFirst();
        assertThat(got.type()).isEqualTo("application/cloudevents+json; charset=utf-8");
        assertThat(got.event().path("specversion").asString()).isEqualTo("1.0");
        assertThat(got.event().path("type").asString()).isEqualTo("org.luoshi.record.changed");
        assertThat(got.event().path("subject").asString()).isEqualTo("parks.project/42");
        assertThat(got.event().path("id").asString()).isEqualTo(got.id());
        assertThat(got.event().path("time").asString()).isEqualTo(change.knownAt().toString());
        assertThat(got.event().path("data").path("change").asLong()).isEqualTo(change.number());
        assertThat(got.event().path("data").path("records").toString())
                .contains("\"id\":42", "\"version\":1", "\"deleted\":false");
        assertThat(got.body()).doesNotContain(SECRET_VALUE);
        assertThat(got.signature()).isEqualTo("v1," + hmac(made.secret(), got.id() + "." + got.timestamp() + "." + got.body()));
        assertThat(only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.DELIVERED);
            assertThat(delivery.status()).isEqualTo(204);
        });
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        context.transaction().executeWithoutResult(status -> {
            publish(42);
            status.setRollbackOnly();
        });
        deliver();
        assertThat(receiver.got).isEmpty();
        assertThat(deliveries(null)).isEmpty();
    }

    @Test
    void onlyTopicsThatAreWantedAreTold() throws IOException {
        webhooks.make("别的", receiver.address(), Set.of(Topic.PLAN_EDITED, Topic.FIGURES_CHANGED), admin);
        change(1);
        assertThat(webhooks.all(admin))
                .extracting(webhook -> webhook.title() + " " + webhook.waiting())
                .containsExactlyInAnyOrder("测试 1", "别的 0");
    }

    @Test
    void aReceiverThatFailsIsTriedLessAndLessOftenUntilItReceives() {
        receiver.answer = 503;
        change(1);
        deliver();
        deliver();
        assertThat(receiver.got).as("at once").hasSize(1);
        clock.advance(Duration.ofSeconds(11));
        deliver();
        clock.advance(Duration.ofSeconds(11));
        deliver();
        assertThat(receiver.got).as("the second wait is longer").hasSize(2);
        clock.advance(Duration.ofMinutes(1));
        receiver.answer = 200;
        deliver();
        assertThat(received(3)).extracting(Receiver.Got::id).as("the same event").containsOnly(receiver.got.getFirst().id());
        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(only().attempts()).isEqualTo(3);
    }

    @Test
    void aDeadReceiversDeliveriesAreKeptToBeLookedAtAndSentAgain() throws IOException {
        int port = receiver.port();
        receiver.close();
        change(1);
        for (int i = 0; i < 20; i++) {
            deliver();
            clock.advance(Duration.ofHours(15));
        }
        Delivery dead = only();
        assertThat(dead.state()).isEqualTo(State.DEAD);
        assertThat(dead.attempts()).isEqualTo(8);
        assertThat(dead.failure()).contains("ConnectException");
        assertThat(webhooks.find(made.webhook().id(), admin).orElseThrow().dead()).isEqualTo(1);
        try (Receiver again = new Receiver(port)) {
            assertThat(webhooks.sendAgain(made.webhook().id(), dead.id(), admin)).isTrue();
            assertThat(webhooks.sendAgain(made.webhook().id(), dead.id(), admin)).as("it is not dead any more").isFalse();
            deliver();
            assertThat(again.got).singleElement().satisfies(got -> assertThat(got.id()).isEqualTo(dead.event()));
        }
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void aReceiverThatSaysNothingIsGivenUpOnForNow() {
        receiver.silent = true;
        change(1);
        deliver();
        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(only().failure()).contains("no answer within 1 s");
    }

    @Test
    void aSlowReceiverKeepsNobodyElseWaiting() throws Exception {
        receiver.silent = true;
        try (Receiver quick = new Receiver()) {
            webhooks.make("快的", quick.address(), Set.of(Topic.RECORD_CHANGED), admin);
            IntStream.rangeClosed(1, 20).forEach(this::change);
            WebhookWorker worker = new WebhookWorker(courier, Duration.ofMillis(20), true);
            worker.start();
            try {
                while (quick.got.size() < 20) Thread.sleep(5);
            } finally {
                worker.stop();
            }
            assertThat(quick.got).extracting(Receiver.Got::id).doesNotHaveDuplicates();
            assertThat(receiver.got).as("of the slow one").hasSizeLessThan(20);
        }
    }

    @Test
    void killedBetweenSendingAndNotingItSendsAgainAfterTheNextStart() {
        change(1);
        DeliveryStore.Taken taken = courier.take(made.webhook().id()).orElseThrow();
        assertThat(courier.send(taken).received()).isTrue();
        try (TestContext restarted = context.restarted(clock, Modules.class)) {
            Courier next = restarted.get(Courier.class);
            next.due().forEach(next::deliverTo);
            assertThat(receiver.got).as("it might still be on its way").hasSize(1);
            clock.advance(Duration.ofSeconds(7));
            next.due().forEach(next::deliverTo);
        }
        assertThat(received(2)).extracting(Receiver.Got::id).as("told apart by its id").containsOnly(taken.event());
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void killedBeforeSendingItSendsAfterTheNextStart() {
        change(1);
        assertThat(courier.take(made.webhook().id())).isPresent();
        clock.advance(Duration.ofSeconds(7));
        try (TestContext restarted = context.restarted(clock, Modules.class)) {
            Courier next = restarted.get(Courier.class);
            next.due().forEach(next::deliverTo);
        }
        assertThat(received(1)).hasSize(1);
    }

    @Test
    void twoProgramsOnOneDatabaseSendEachDeliveryOnce() throws Exception {
        IntStream.rangeClosed(1, 60).forEach(this::change);
        try (TestContext other = context.restarted(clock, Modules.class)) {
            List<Thread> threads = new ArrayList<>();
            for (Courier one : List.of(courier, other.get(Courier.class), courier, other.get(Courier.class)))
                threads.add(Thread.ofPlatform().start(() -> one.deliverTo(made.webhook().id())));
            for (Thread thread : threads) thread.join();
        }
        assertThat(received(60)).extracting(Receiver.Got::id).doesNotHaveDuplicates();
    }

    @Test
    void whatHappensDuringAPauseIsToldAfterIt() {
        webhooks.pause(made.webhook().id(), admin);
        change(1);
        deliver();
        assertThat(receiver.got).isEmpty();
        webhooks.resume(made.webhook().id(), admin);
        deliver();
        assertThat(receiver.got).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answer = 302;
        change(1);
        deliver();
        assertThat(receiver.got).hasSize(1);
        assertThat(only().failure()).isEqualTo("HTTP 302");
    }

    @Test
    void anAnswerThatIsNotHttpIsAFailureHoweverLongItIs() throws Exception {
        for (String nonsense : List.of("SSH-2.0-OpenSSH\r\n", "x".repeat(5_000_000), "")) {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> answerWith(nonsense, server));
                Answer answer = new Post(new Egress("127.0.0.1"), Duration.ofSeconds(5))
                        .send(Egress.read("http://127.0.0.1:" + server.getLocalPort()), Map.of(), new byte[] {1});
                assertThat(answer.received()).isFalse();
                assertThat(answer.failure()).contains("not HTTP");
            }
        }
    }

    private static void answerWith(String nonsense, ServerSocket server) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            socket.getInputStream().read(new byte[4096]);
            out.write(nonsense.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closedByTheOther) {
            // it read enough
        }
    }

    @Test
    void nothingIsSentIntoTheCitysOwnNetwork() {
        for (String address : List.of(
                "http://127.0.0.1/", "https://localhost/", "https://127.8.9.10/", "https://10.1.2.3/", "https://172.31.0.1/",
                "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data", "https://100.64.0.1/", "https://0.0.0.0/",
                "https://[::1]/", "https://[fd00::1]/", "https://[fe80::1]/", "https://[::ffff:10.0.0.1]/", "https://224.0.0.1/",
                "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::]/", "https://2130706433/", "https://0x7f.1/"))
            assertThatThrownBy(() -> new Egress("").judge(Egress.read(address)))
                    .as(address)
                    .isInstanceOfAny(AddressRefused.class, java.net.UnknownHostException.class);
        for (String address : List.of("ftp://a.example/", "file:///etc/passwd", "https://a@b.example/", "https://", "x", "https://a b/", "https://a.example/#x"))
            assertThatThrownBy(() -> Egress.read(address)).as(address).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> new Egress("").judge(Egress.read("http://8.8.8.8/"))).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> webhooks.make("内网", "https://10.0.0.1/x", Set.of(Topic.PLAN_EDITED), admin))
                .isInstanceOf(AddressRefused.class)
                .hasMessageContaining("LUOSHI_WEBHOOKS_ALLOW");
    }

    @Test
    void whatIsPublicOrAllowedIsSentTo() throws Exception {
        assertThat(new Egress("").judge(Egress.read("https://8.8.8.8/x")).getHostAddress()).isEqualTo("8.8.8.8");
        assertThat(new Egress("10.0.0.0/8, fd00::/8").judge(Egress.read("http://10.9.9.9/")).getHostAddress())
                .isEqualTo("10.9.9.9");
    }

    @Test
    void anAddressThatIsAllowedNoMoreIsNotSentToAnyMore() {
        Answer answer = new Post(new Egress(""), Duration.ofSeconds(1))
                .send(Egress.read(receiver.address()), Map.of(), new byte[0]);
        assertThat(answer.received()).isFalse();
        assertThat(answer.failure()).contains("not on the public internet");
        assertThat(receiver.got).isEmpty();
    }

    @Test
    void onlyAdministratorsComeHereAndTheLogSaysWhatTheyDid() {
        Viewer analyst = new Viewer("analyst", Text.same("Analyst"), List.of(new Grant(Role.ANALYST, "city")));
        assertThatThrownBy(() -> webhooks.all(analyst)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> webhooks.make("x", receiver.address(), Set.of(Topic.PLAN_EDITED), analyst))
                .isInstanceOf(AccessDenied.class);
        webhooks.pause(made.webhook().id(), admin);
        webhooks.delete(made.webhook().id(), admin);
        assertThat(context.get(ChangeLog.class).entries("webhook/", null, 10))
                .extracting(AuditEntry::action)
                .containsExactly("webhook.delete", "webhook.pause", "webhook.make");
        assertThat(context.sql().fetch("select details::text from luoshi.audit_entry").formatJSON())
                .doesNotContain(made.secret());
    }

    @Test
    void deliveredOnesAreForgottenAfterThirtyDays() {
        change(1);
        deliver();
        clock.advance(Duration.ofDays(29));
        courier.forgetDelivered();
        assertThat(deliveries(null)).hasSize(1);
        clock.advance(Duration.ofDays(2));
        courier.forgetDelivered();
        assertThat(deliveries(null)).isEmpty();
    }

    private Change change(int record) {
        return context.transaction().execute(_ -> publish(record));
    }

    private Change publish(int record) {
        Change change = context.get(ChangeLog.class).open(new ChangeRequest("clerk", "record.create", "parks.project/" + record));
        RegisterRecord after =
                new RegisterRecord(record, 1, change.knownAt(), change.number(), Map.of("name", SECRET_VALUE), Set.of());
        context.get(Announcer.class)
                .events()
                .publishEvent(new RecordsChanged(PROJECT, change, List.of(new RecordChange(null, after))));
        return change;
    }

    private void deliver() {
        courier.due().forEach(courier::deliverTo);
    }

    private List<Receiver.Got> received(int count) {
        assertThat(receiver.got).hasSize(count);
        return receiver.got;
    }

    private Delivery only() {
        assertThat(deliveries(null)).hasSize(1);
        return deliveries(null).getFirst();
    }

    private List<Delivery> deliveries(State state) {
        return webhooks.deliveries(made.webhook().id(), state, 100, admin);
    }

    /// By hand, as a receiver computes it.
    private static String hmac(String secret, String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
