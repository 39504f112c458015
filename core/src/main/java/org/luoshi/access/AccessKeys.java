package org.luoshi.access;

import static org.luoshi.tables.Tables.ACCESS_KEY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessKeyChanged.Kind;
import org.luoshi.tables.tables.records.AccessKeyRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keys by which programs read in an account's name 访问密钥: `luoshi_`, an id, `_`, a secret of 256 random bits.
///
/// A key can only read, whatever its account may do; personal data stay masked. It ends with its account, on its day, or
/// when it is revoked.
@Service
public class AccessKeys {

    public static final int LONGEST_DAYS = 366;

    private static final int LONGEST_TITLE = 80;
    private static final String BEFORE = "luoshi_";
    private static final String BETWEEN = "_";

    /// Use is noted no more often, so that reading does not become writing.
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final DSLContext database;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public AccessKeys(DSLContext database, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /// A new key.
    ///
    /// @param text the key itself, to be shown once: only its hash is kept
    public record Made(AccessKey key, String text) {}

    /// @param title what it is for
    /// @param days for how long, 1 to [#LONGEST_DAYS]
    /// @throws IllegalArgumentException for an empty or overlong title, or other days
    @Transactional
    public Made make(Viewer viewer, String title, int days) {
        String words = title.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST_TITLE || days < 1 || days > LONGEST_DAYS)
            throw new IllegalArgumentException("need a title of 1 to %d characters and 1 to %d days, got `%s` and %d"
                    .formatted(LONGEST_TITLE, LONGEST_DAYS, title, days));
        KeySecret secret = KeySecret.draw();
        AccessKeyRecord row = database.newRecord(ACCESS_KEY);
        row.setId(secret.id());
        row.setAccount(viewer.account());
        row.setTitle(words);
        row.setSecretHash(secret.digest());
        row.setCreatedAt(clock.instant());
        row.setExpiresAt(clock.instant().plus(Duration.ofDays(days)));
        row.setFailedAttempts(0);
        row.insert();
        AccessKey key = key(row);
        events.publishEvent(new AccessKeyChanged(Kind.MADE, key, viewer.account()));
        return new Made(key, secret.written(BEFORE, BETWEEN));
    }

    /// The account's keys, newest first.
    @Transactional(readOnly = true)
    public List<AccessKey> of(Viewer viewer) {
        return database.selectFrom(ACCESS_KEY)
                .where(ACCESS_KEY.ACCOUNT.eq(viewer.account()))
                .orderBy(ACCESS_KEY.CREATED_AT.desc(), ACCESS_KEY.ID)
                .fetch(AccessKeys::key);
    }

    /// @return whether it was one of the viewer's own that was not revoked yet
    @Transactional
    public boolean revoke(Viewer viewer, String id) {
        AccessKeyRecord row = database.selectFrom(ACCESS_KEY)
                .where(ACCESS_KEY.ID.eq(id), ACCESS_KEY.ACCOUNT.eq(viewer.account()), ACCESS_KEY.REVOKED_AT.isNull())
                .forUpdate()
                .fetchOne();
        if (row == null) return false;
        row.setRevokedAt(clock.instant());
        row.update();
        events.publishEvent(new AccessKeyChanged(Kind.REVOKED, key(row), viewer.account()));
        return true;
    }

    /// @param text as it was shown
    /// @param account whose key it is said to be; null where nobody says
    @Transactional
    public KeyCheck check(String text, @Nullable String account) {
        KeySecret shown = KeySecret.read(text, BEFORE, BETWEEN).orElse(null);
        if (shown == null) return new KeyCheck.Refused();
        Instant now = clock.instant();
        AccessKeyRecord row = database.selectFrom(ACCESS_KEY)
                .where(ACCESS_KEY.ID.eq(shown.id()))
                .fetchOne();
        if (row == null || !key(row).opens(now)) return new KeyCheck.Refused();
        if (row.getLockedUntil() != null && row.getLockedUntil().isAfter(now)) return new KeyCheck.Locked(row.getLockedUntil());
        if (!shown.opens(row.getSecretHash())) return failed(row.getId(), now);
        if (account != null && !account.equals(row.getAccount())) return new KeyCheck.Refused();
        Optional<Viewer> found = accounts.find(row.getAccount());
        if (found.isEmpty()) return new KeyCheck.Refused();
        note(row, now);
        return new KeyCheck.Accepted(reading(found.get()));
    }

    private KeyCheck failed(String id, Instant now) {
        AccessKeyRecord row = database.selectFrom(ACCESS_KEY).where(ACCESS_KEY.ID.eq(id)).forUpdate().fetchSingle();
        int failures = row.getFailedAttempts() + 1;
        boolean locked = failures >= Accounts.ALLOWED_FAILURES;
        row.setFailedAttempts(locked ? 0 : failures);
        row.setLockedUntil(locked ? now.plus(Accounts.LOCK) : null);
        row.update();
        if (!locked) return new KeyCheck.Refused();
        events.publishEvent(new AccessKeyChanged(Kind.LOCKED, key(row), Viewer.system().account()));
        return new KeyCheck.Locked(row.getLockedUntil());
    }

    private void note(AccessKeyRecord row, Instant now) {
        boolean noted = row.getUsedAt() != null && row.getUsedAt().plus(NOTED).isAfter(now);
        if (noted && row.getFailedAttempts() == 0) return;
        database.update(ACCESS_KEY)
                .set(ACCESS_KEY.USED_AT, now)
                .set(ACCESS_KEY.FAILED_ATTEMPTS, 0)
                .setNull(ACCESS_KEY.LOCKED_UNTIL)
                .where(ACCESS_KEY.ID.eq(row.getId()))
                .execute();
    }

    private static Viewer reading(Viewer viewer) {
        Set<String> roots = viewer.scope(Permission.READ);
        return new Viewer(
                viewer.account(), viewer.name(), roots.stream().sorted().map(root -> new Grant(Role.READER, root)).toList());
    }

    private static AccessKey key(AccessKeyRecord row) {
        return new AccessKey(
                row.getId(),
                row.getAccount(),
                row.getTitle(),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getUsedAt(),
                row.getRevokedAt());
    }
}
