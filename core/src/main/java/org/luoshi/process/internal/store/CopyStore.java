package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.PROCESS_CASE;
import static org.luoshi.tables.Tables.PROCESS_COPY;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.process.CaseFile;
import org.springframework.stereotype.Component;

/// Copies of cases that accounts were sent.
@Component
public class CopyStore {

    private final DSLContext database;

    public CopyStore(DSLContext database) {
        this.database = database;
    }

    /// Sends one, where the account has none yet.
    public void send(long caseId, String account, Change change) {
        database.insertInto(PROCESS_COPY)
                .set(PROCESS_COPY.CASE_ID, caseId)
                .set(PROCESS_COPY.ACCOUNT, account)
                .set(PROCESS_COPY.CHANGE, change.number())
                .onConflictDoNothing()
                .execute();
    }

    public boolean has(long caseId, String account) {
        return database.fetchExists(
                PROCESS_COPY, PROCESS_COPY.CASE_ID.eq(caseId).and(PROCESS_COPY.ACCOUNT.eq(account)));
    }

    /// Cases of which the account was sent a copy, the newest first.
    ///
    /// @param before id of the last case of the page before; null for the first page
    public List<CaseFile> of(String account, @Nullable Long before, int limit) {
        return database.select(PROCESS_CASE)
                .from(PROCESS_COPY)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(PROCESS_COPY.CASE_ID))
                .where(PROCESS_COPY.ACCOUNT.eq(account), before == null ? DSL.noCondition() : PROCESS_COPY.CASE_ID.lt(before))
                .orderBy(PROCESS_COPY.CASE_ID.desc())
                .limit(limit)
                .fetch(row -> CaseStore.file(row.value1()));
    }
}
