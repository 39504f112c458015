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
import org.luoshi.access.internal.LockOut;
import org.luoshi.kernel.text.Text;
import org.luoshi.tables.tables.records.AccountRecord;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Local accounts.
@Service
public class Accounts {

    /// Failures in a row after which a name is locked, and for how long.
    static final int ALLOWED_FAILURES = 5;

    static final Duration LOCK = Duration.ofMinutes(15);

    /// NIST SP 800-63B: length is what counts.
    static final int SHORTEST_PASSWORD = 10;

    private final DSLContext database;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final String nobodysHash;
    private final LockOut lockOut;

    public Accounts(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.encoder = new Pbkdf2PasswordEncoder(
                "", 16, 600_000, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
        this.nobodysHash = "00".repeat(48);
        this.lockOut = new LockOut(database, ALLOWED_FAILURES, LOCK);
    }

    /// Checks a password and counts failures. Does the same, and so takes as long, for a name that no account has.
    ///
    /// Holds no connection to the database while it computes, so that many guesses do not stop everybody's work.
    public LogIn logIn(String account, String password) {
        return switch (lockOut.attempt(account, clock.instant())) {
            case LockOut.Attempt.Locked(Instant until) -> new LogIn.Locked(until);
            case LockOut.Attempt.Allowed(var lockedIfWrong) -> logIn(account, password, lockedIfWrong);
        };
    }

    private LogIn logIn(String account, String password, Optional<Instant> lockedIfWrong) {
        Optional<AccountRecord> known = enabled(account);
        boolean right = encoder.matches(password, known.map(AccountRecord::getPasswordHash).orElse(nobodysHash));
        if (known.isPresent() && right) {
            lockOut.forgive(account);
            return new LogIn.Accepted(viewer(known.get()));
        }
        return lockedIfWrong.<LogIn>map(LogIn.Locked::new).orElseGet(LogIn.Refused::new);
    }

    /// The account as it is now; empty once it is gone or disabled, so that a session ends with it.
    @Transactional(readOnly = true)
    public Optional<Viewer> find(String account) {
        return enabled(account).map(this::viewer);
    }

    private Optional<AccountRecord> enabled(String account) {
        // No account is named so, and the database cannot even be asked.
        if (account.indexOf(0) >= 0) return Optional.empty();
        return database.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(account))
                .and(ACCOUNT.ENABLED)
                .fetchOptional();
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
