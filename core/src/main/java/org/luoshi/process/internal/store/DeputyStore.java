package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.PROCESS_DEPUTY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.luoshi.audit.Change;
import org.luoshi.process.Deputy;
import org.luoshi.process.Processes;
import org.springframework.stereotype.Component;

/// Who acts for whom while somebody is away.
@Component
public class DeputyStore {

    private final DSLContext database;
    private final Clock clock;

    public DeputyStore(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether one account acts for another today.
    public boolean actsFor(String deputy, String account) {
        return database.fetchExists(PROCESS_DEPUTY, today().and(PROCESS_DEPUTY.DEPUTY.eq(deputy)).and(PROCESS_DEPUTY.ACCOUNT.eq(account)));
    }

    /// Accounts for which one acts today.
    public List<String> actsFor(String deputy) {
        return database.select(PROCESS_DEPUTY.ACCOUNT)
                .from(PROCESS_DEPUTY)
                .where(today(), PROCESS_DEPUTY.DEPUTY.eq(deputy))
                .fetch(PROCESS_DEPUTY.ACCOUNT);
    }

    /// Deputies that an account has named, by first day.
    public List<Deputy> of(String account) {
        return database.selectFrom(PROCESS_DEPUTY)
                .where(PROCESS_DEPUTY.ACCOUNT.eq(account))
                .orderBy(PROCESS_DEPUTY.FIRST_DAY)
                .fetch(r -> new Deputy(r.getAccount(), r.getDeputy(), r.getFirstDay(), r.getLastDay()));
    }

    public void add(Deputy deputy, Change change) {
        database.insertInto(PROCESS_DEPUTY)
                .set(PROCESS_DEPUTY.ACCOUNT, deputy.account())
                .set(PROCESS_DEPUTY.DEPUTY, deputy.deputy())
                .set(PROCESS_DEPUTY.FIRST_DAY, deputy.firstDay())
                .set(PROCESS_DEPUTY.LAST_DAY, deputy.lastDay())
                .set(PROCESS_DEPUTY.CHANGE, change.number())
                .execute();
    }

    public boolean remove(String account, LocalDate firstDay) {
        return database.deleteFrom(PROCESS_DEPUTY)
                        .where(PROCESS_DEPUTY.ACCOUNT.eq(account), PROCESS_DEPUTY.FIRST_DAY.eq(firstDay))
                        .execute()
                > 0;
    }

    private Condition today() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), Processes.ZONE);
        return PROCESS_DEPUTY.FIRST_DAY.le(day).and(PROCESS_DEPUTY.LAST_DAY.ge(day));
    }
}
