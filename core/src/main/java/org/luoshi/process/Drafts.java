package org.luoshi.process;

import static org.luoshi.tables.Tables.PROCESS_DRAFT;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.luoshi.access.Viewer;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Applications that somebody has begun to write: kept as typed, read by nobody else, gone once they are sent. A draft
/// is no fact, so it is in no register and in no audit log.
@Service
public class Drafts {

    /// Characters of one field; no register has longer texts.
    private static final int LONGEST = 10_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<HashMap<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext database;
    private final Clock clock;

    public Drafts(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What was typed, by field id; empty where there is no draft.
    public Map<String, String> find(QualifiedId process, Viewer viewer) {
        return database.select(PROCESS_DRAFT.TYPED)
                .from(PROCESS_DRAFT)
                .where(PROCESS_DRAFT.ACCOUNT.eq(viewer.account()), PROCESS_DRAFT.PROCESS.eq(process.toString()))
                .fetchOptional(PROCESS_DRAFT.TYPED)
                .map(typed -> JSON.readValue(typed.data(), TEXTS))
                .orElseGet(HashMap::new);
    }

    /// @param typed only fields of the application's form are kept
    @Transactional
    public void save(ProcessDefinition process, Map<String, String> typed, Viewer viewer) {
        Map<String, String> kept = new HashMap<>();
        for (String field : process.form()) {
            String words = typed.getOrDefault(field, "");
            if (!words.isEmpty()) kept.put(field, words.substring(0, Math.min(words.length(), LONGEST)));
        }
        JSONB json = JSONB.valueOf(JSON.writeValueAsString(kept));
        database.insertInto(PROCESS_DRAFT)
                .set(PROCESS_DRAFT.ACCOUNT, viewer.account())
                .set(PROCESS_DRAFT.PROCESS, process.id().toString())
                .set(PROCESS_DRAFT.TYPED, json)
                .set(PROCESS_DRAFT.SAVED_AT, clock.instant())
                .onConflict(PROCESS_DRAFT.ACCOUNT, PROCESS_DRAFT.PROCESS)
                .doUpdate()
                .set(PROCESS_DRAFT.TYPED, json)
                .set(PROCESS_DRAFT.SAVED_AT, clock.instant())
                .execute();
    }

    @Transactional
    public void discard(QualifiedId process, Viewer viewer) {
        database.deleteFrom(PROCESS_DRAFT)
                .where(PROCESS_DRAFT.ACCOUNT.eq(viewer.account()), PROCESS_DRAFT.PROCESS.eq(process.toString()))
                .execute();
    }
}
