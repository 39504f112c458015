package org.luoshi.register.internal.load;

import java.time.Instant;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.internal.record.Setting;
import org.springframework.transaction.TransactionException;

/// Whether a change whose commit was never confirmed has happened. Only the audit log knows.
final class Fate {

    private final Setting setting;

    Fate(Setting setting) {
        this.setting = setting;
    }

    Text of(Change change, Text failure) {
        try {
            boolean happened = setting.database()
                    .fetchExists(DSL.select(DSL.one())
                            .from("luoshi.audit_entry")
                            .where(DSL.field("number", Long.class).eq(change.number()))
                            .and(DSL.field("known_at", Instant.class).eq(change.knownAt())));
            return happened
                    ? new Text(
                            "写入已完成（变更 %d），只是确认没有收到".formatted(change.number()),
                            "the import is complete (change %d); only its confirmation was lost".formatted(change.number()))
                    : failure;
        } catch (DataAccessException | org.springframework.dao.DataAccessException | TransactionException e) {
            return new Text(
                    "与数据库的连接断在提交之时；恢复后查审计中有无变更 %d".formatted(change.number()),
                    "the connection was lost while committing; look in the audit log for change %d".formatted(change.number()));
        }
    }
}
