package org.luoshi.briefing.internal;

import static org.luoshi.tables.Tables.BRIEFING_EDITION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.briefing.Briefing;
import org.luoshi.briefing.Edition;
import org.luoshi.briefing.Subject;
import org.luoshi.tables.tables.records.BriefingEditionRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps editions for ever.
@Component
public class EditionStore {

    private final DSLContext database;
    private final ChangeLog changes;

    EditionStore(DSLContext database, ChangeLog changes) {
        this.database = database;
        this.changes = changes;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Edition issue(Briefing briefing, String actor) {
        String document = Canonical.write(briefing);
        String digest = Canonical.digest(document);
        String subject = briefing.subject().key();
        String period = briefing.period().id();
        Change change = changes.open(new ChangeRequest(
                actor,
                "briefing.issue",
                "briefing/%s/%s/%s".formatted(briefing.layout(), subject, period),
                Map.of("digest", digest, "moment", briefing.moment().toString())));
        int number = 1
                + database.select(DSL.coalesce(DSL.max(BRIEFING_EDITION.NUMBER), 0))
                        .from(BRIEFING_EDITION)
                        .where(BRIEFING_EDITION.LAYOUT.eq(briefing.layout().toString()))
                        .and(BRIEFING_EDITION.SUBJECT.eq(subject))
                        .and(BRIEFING_EDITION.PERIOD.eq(period))
                        .fetchSingle()
                        .value1();
        BriefingEditionRecord row = database.newRecord(BRIEFING_EDITION);
        row.setLayout(briefing.layout().toString());
        row.setSubject(subject);
        row.setPeriod(period);
        row.setNumber(number);
        row.setMoment(briefing.moment());
        row.setDocument(document);
        row.setDigest(digest);
        row.setFigures((int) briefing.figures().count());
        row.setIssuedBy(actor);
        row.setIssuedAt(change.knownAt());
        row.setChange(change.number());
        row.store();
        return edition(row);
    }

    public List<Edition> newest(@Nullable Subject subject, int limit) {
        return database.selectFrom(BRIEFING_EDITION)
                .where(subject == null ? DSL.noCondition() : BRIEFING_EDITION.SUBJECT.eq(subject.key()))
                .orderBy(BRIEFING_EDITION.ISSUED_AT.desc(), BRIEFING_EDITION.ID.desc())
                .limit(limit)
                .fetch(EditionStore::edition);
    }

    public Optional<Edition> find(long id) {
        return database.selectFrom(BRIEFING_EDITION)
                .where(BRIEFING_EDITION.ID.eq(id))
                .fetchOptional(EditionStore::edition);
    }

    public Optional<Edition> previous(Edition edition) {
        Briefing briefing = edition.briefing();
        return database.selectFrom(BRIEFING_EDITION)
                .where(BRIEFING_EDITION.LAYOUT.eq(briefing.layout().toString()))
                .and(BRIEFING_EDITION.SUBJECT.eq(briefing.subject().key()))
                .and(BRIEFING_EDITION.PERIOD.eq(briefing.period().id()))
                .and(BRIEFING_EDITION.NUMBER.lt(edition.number()))
                .orderBy(BRIEFING_EDITION.NUMBER.desc())
                .limit(1)
                .fetchOptional(EditionStore::edition);
    }

    /// A document that no longer matches its digest was tampered with: better no briefing than a false one.
    private static Edition edition(BriefingEditionRecord row) {
        if (!Canonical.digest(row.getDocument()).equals(row.getDigest())) {
            throw new IllegalStateException(
                    "briefing edition %d does not match its digest %s".formatted(row.getId(), row.getDigest()));
        }
        return new Edition(
                row.getId(),
                row.getNumber(),
                Canonical.read(row.getDocument()),
                row.getDigest(),
                row.getIssuedBy(),
                row.getIssuedAt(),
                row.getChange());
    }
}
