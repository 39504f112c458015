package org.luoshi.access;

import static org.luoshi.tables.Tables.ACCOUNT;
import static org.luoshi.tables.Tables.ACCOUNT_GRANT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.luoshi.kernel.text.Text;
import org.luoshi.tables.tables.records.AccountRecord;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Local accounts.
@Service
public class Accounts {

    /// Failures in a row after which an account is locked, and for how long.
    static final int ALLOWED_FAILURES = 5;

    static final Duration LOCK = Duration.ofMinutes(15);

    /// NIST SP 800-63B: length is what counts.
    static final int SHORTEST_PASSWORD = 10;

    private final DSLContext database;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    public Accounts(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.encoder = new Pbkdf2PasswordEncoder(
                "", 16, 600_000, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
        this.nobodysHash = "00".repeat(48);
    }

    /// Checks a password and counts failures. Takes as long for an unknown name as for a known one.
    @Transactional
    public LogIn logIn(String account, String password) {
        Instant now = clock.instant();
        AccountRecord row = database.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(account))
                .and(ACCOUNT.ENABLED)
                .forUpdate()
                .fetchOne();
        if (row != null && row.getLockedUntil() != null && row.getLockedUntil().isAfter(now)) {
            return new LogIn.Locked(row.getLockedUntil());
        }
        boolean right = encoder.matches(password, row == null ? nobodysHash : row.getPasswordHash());
        if (row == null) {
            return new LogIn.Refused();
        }
        if (right) {
            row.setFailedAttempts(0);
            row.setLockedUntil(null);
            row.store();
            return new LogIn.Accepted(viewer(row));
        }
        int failures = row.getFailedAttempts() + 1;
        row.setFailedAttempts(failures >= ALLOWED_FAILURES ? 0 : failures);
        row.setLockedUntil(failures >= ALLOWED_FAILURES ? now.plus(LOCK) : null);
        row.store();
        return failures >= ALLOWED_FAILURES ? new LogIn.Locked(row.getLockedUntil()) : new LogIn.Refused();
    }

    /// The account as it is now; empty once it is gone or disabled, so that a session ends with it.
    @Transactional(readOnly = true)
    public Optional<Viewer> find(String account) {
        return database.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(account))
                .and(ACCOUNT.ENABLED)
                .fetchOptional()
                .map(this::viewer);
    }

    /// Every account that can sign in, by name.
    @Transactional(readOnly = true)
    public List<Viewer> enabled() {
        Map<String, List<Grant>> grants = database.selectFrom(ACCOUNT_GRANT)
                .fetchGroups(ACCOUNT_GRANT.ACCOUNT, g -> new Grant(Role.valueOf(g.getRole()), g.getUnit()));
        return database.select(ACCOUNT.ID, ACCOUNT.ZH, ACCOUNT.EN)
                .from(ACCOUNT)
                .where(ACCOUNT.ENABLED)
                .orderBy(ACCOUNT.ID)
                .fetch(row -> new Viewer(
                        row.value1(), new Text(row.value2(), row.value3()), grants.getOrDefault(row.value1(), List.of())));
    }

    /// Whether any account exists; a fresh installation has none.
    public boolean none() {
        return !database.fetchExists(ACCOUNT);
    }

    /// @param demo made for the demonstration, shown as such
    /// @throws IllegalArgumentException if the password is too short
    @Transactional
    public void create(String account, Text name, String password, Collection<Grant> grants, boolean demo) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("need a password of at least %d characters".formatted(SHORTEST_PASSWORD));
        }
        database.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, account)
                .set(ACCOUNT.ZH, name.zh())
                .set(ACCOUNT.EN, name.en())
                .set(ACCOUNT.PASSWORD_HASH, encoder.encode(password))
                .set(ACCOUNT.DEMO, demo)
                .set(ACCOUNT.CREATED_AT, clock.instant())
                .execute();
        for (Grant grant : grants) {
            database.insertInto(ACCOUNT_GRANT)
                    .set(ACCOUNT_GRANT.ACCOUNT, account)
                    .set(ACCOUNT_GRANT.ROLE, grant.role().name())
                    .set(ACCOUNT_GRANT.UNIT, grant.unit())
                    .execute();
        }
    }

    private Viewer viewer(AccountRecord row) {
        List<Grant> grants = database.selectFrom(ACCOUNT_GRANT)
                .where(ACCOUNT_GRANT.ACCOUNT.eq(row.getId()))
                .fetch(g -> new Grant(Role.valueOf(g.getRole()), g.getUnit()));
        return new Viewer(row.getId(), new Text(row.getZh(), row.getEn()), grants);
    }
}
