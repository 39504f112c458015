package org.luoshi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.tables.Tables.ACCESS_KEY;
import static org.luoshi.tables.Tables.ACCOUNT;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.audit.AuditEntry;
import org.luoshi.audit.ChangeLog;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.springframework.context.annotation.ComponentScan;

class AccessKeysTest {

    @ComponentScan(basePackages = {"org.luoshi.access", "org.luoshi.audit"})
    static class Modules {}

    private final SteppingClock clock = SteppingClock.at("2025-03-01T09:00");
    private final TestContext context = TestContext.of(clock, Modules.class);
    private final Accounts accounts = context.get(Accounts.class);
    private final AccessKeys keys = context.get(AccessKeys.class);
    private Viewer officer;

    @BeforeEach
    void anOfficer() {
        Unit north = new Unit(
                "north", UnitKind.DISTRICT, Text.same("north"), Text.same("north"), Validity.ALWAYS, List.of(), null);
        context.transaction()
                .executeWithoutResult(_ -> context.get(Units.class).activate(List.of(north), List.of(), List.of(), clock.instant()));
        accounts.create("officer", Text.same("Officer"), "a long password", List.of(new Grant(Role.OFFICER, "north")), false);
        officer = accounts.find("officer").orElseThrow();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aKeyReadsWhereItsAccountReadsAndDoesNothingElse() {
        Viewer program = accepted(keys.make(officer, "QGIS", 30).text());
        assertThat(program.account()).isEqualTo("officer");
        assertThat(program.scope(Permission.READ)).containsExactly("north");
        for (Permission permission : Permission.values()) {
            if (permission != Permission.READ) assertThat(program.mayAnywhere(permission)).as("%s", permission).isFalse();
        }
    }

    @Test
    void ofASecretOnlyAHashIsKept() {
        String text = keys.make(officer, "QGIS", 30).text();
        String secret = text.substring(text.lastIndexOf('_') + 1);
        assertThat(context.sql().fetch(ACCESS_KEY).formatJSON()).doesNotContain(secret);
        assertThat(context.sql().fetch("select details::text, subject from luoshi.audit_entry").formatJSON()).doesNotContain(secret);
    }

    @Test
    void whoSaysAnotherNameIsRefused() {
        String text = keys.make(officer, "QGIS", 30).text();
        assertThat(keys.check(text, "officer")).isInstanceOf(KeyCheck.Accepted.class);
        assertThat(keys.check(text, "analyst")).isInstanceOf(KeyCheck.Refused.class);
    }

    @Test
    void aKeyEndsOnItsDayWhenItIsRevokedAndWithItsAccount() {
        AccessKeys.Made short1 = keys.make(officer, "short", 1);
        AccessKeys.Made revoked = keys.make(officer, "revoked", 30);
        AccessKeys.Made orphan = keys.make(officer, "orphan", 30);
        clock.advance(Duration.ofDays(1));
        assertThat(keys.check(short1.text(), null)).isInstanceOf(KeyCheck.Refused.class);
        assertThat(keys.revoke(officer, revoked.key().id())).isTrue();
        assertThat(keys.revoke(officer, revoked.key().id())).as("twice").isFalse();
        assertThat(keys.check(revoked.text(), null)).isInstanceOf(KeyCheck.Refused.class);
        accepted(orphan.text());
        context.sql().update(ACCOUNT).set(ACCOUNT.ENABLED, false).execute();
        assertThat(keys.check(orphan.text(), null)).isInstanceOf(KeyCheck.Refused.class);
    }

    @Test
    void nobodyRevokesAnothersKey() {
        String id = keys.make(officer, "QGIS", 30).key().id();
        assertThat(keys.revoke(new Viewer("other", Text.same("Other"), List.of()), id)).isFalse();
        assertThat(keys.of(officer)).singleElement().satisfies(key -> assertThat(key.opens(clock.instant())).isTrue());
    }

    @Test
    void fiveWrongSecretsLockAKeyForAQuarterOfAnHourAndTheLogSaysSo() {
        String text = keys.make(officer, "QGIS", 30).text();
        String wrong = text.substring(0, text.length() - 64) + "0".repeat(64);
        for (int i = 1; i < 5; i++) assertThat(keys.check(wrong, null)).isInstanceOf(KeyCheck.Refused.class);
        assertThat(keys.check(wrong, null)).isInstanceOf(KeyCheck.Locked.class);
        assertThat(keys.check(text, null)).as("the right one, while locked").isInstanceOf(KeyCheck.Locked.class);
        clock.advance(Duration.ofMinutes(16));
        accepted(text);
        assertThat(context.get(ChangeLog.class).entries("access_key/", null, 10))
                .extracting(AuditEntry::action)
                .containsExactly("access_key.locked", "access_key.made");
    }

    @Test
    void aKeyThatWorksForgetsFailuresBefore() {
        String text = keys.make(officer, "QGIS", 30).text();
        String wrong = text.substring(0, text.length() - 64) + "0".repeat(64);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) keys.check(wrong, null);
            accepted(text);
        }
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String text : List.of("", "luoshi_", "luoshi_0123456789abcdef_" + "0".repeat(64), "Luoshi_x_y", "\0"))
            assertThat(keys.check(text, null)).as(text).isInstanceOf(KeyCheck.Refused.class);
    }

    @Test
    void aKeyNeedsATitleAndAnEnd() {
        assertThatThrownBy(() -> keys.make(officer, " ", 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.make(officer, "QGIS", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.make(officer, "QGIS", 367)).isInstanceOf(IllegalArgumentException.class);
    }

    private Viewer accepted(String text) {
        assertThat(keys.check(text, null)).isInstanceOf(KeyCheck.Accepted.class);
        return ((KeyCheck.Accepted) keys.check(text, null)).viewer();
    }
}
