package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CASE_DECISION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.luoshi.audit.Change;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.decision.DecisionTable.Input;
import org.luoshi.pack.decision.DecisionTable.Output;
import org.luoshi.pack.decision.TypedValue;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseDecision;
import org.luoshi.process.CaseFile;
import org.luoshi.process.internal.engine.Journey;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What decision tables answered in cases.
@Component
public class DecisionStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, String>>> LISTS = new TypeReference<>() {};

    private final DSLContext database;

    public DecisionStore(DSLContext database) {
        this.database = database;
    }

    public void append(CaseFile file, Journey.Decided decided, Change change) {
        Map<String, String> inputs = new HashMap<>();
        for (Input input : decided.table().inputs()) {
            Object value = decided.decision().inputs().get(input.id());
            if (value != null && input.shown()) inputs.put(input.id(), TypedValue.written(value));
        }
        List<Map<String, String>> answers =
                decided.decision().answers().stream().map(DecisionStore::written).toList();
        database.insertInto(CASE_DECISION)
                .set(CASE_DECISION.CASE_ID, file.id())
                .set(CASE_DECISION.SEQ, DSL.select(DSL.coalesce(DSL.max(CASE_DECISION.SEQ), 0).plus(1))
                        .from(CASE_DECISION)
                        .where(CASE_DECISION.CASE_ID.eq(file.id())))
                .set(CASE_DECISION.AT, change.knownAt())
                .set(CASE_DECISION.VERSION, file.version())
                .set(CASE_DECISION.NODE, decided.node())
                .set(CASE_DECISION.RULES, decided.decision().rules().toArray(Integer[]::new))
                .set(CASE_DECISION.INPUTS, JSONB.valueOf(JSON.writeValueAsString(inputs)))
                .set(CASE_DECISION.ANSWERS, JSONB.valueOf(JSON.writeValueAsString(answers)))
                .set(CASE_DECISION.CHANGE, change.number())
                .execute();
    }

    /// In order.
    ///
    /// @param versions the process as it was in a version
    public List<CaseDecision> of(long caseId, LongFunction<ProcessDefinition> versions) {
        return database.selectFrom(CASE_DECISION)
                .where(CASE_DECISION.CASE_ID.eq(caseId))
                .orderBy(CASE_DECISION.SEQ)
                .fetch(row -> {
                    DecisionTable table = versions.apply(row.getVersion()).decisions().get(row.getNode());
                    if (table == null) throw new IllegalStateException("no table of %s kept".formatted(row.getNode()));
                    return new CaseDecision(
                            row.getAt(),
                            row.getNode(),
                            table,
                            List.of(row.getRules()),
                            inputs(table, JSON.readValue(row.getInputs().data(), TEXTS)),
                            JSON.readValue(row.getAnswers().data(), LISTS).stream()
                                    .map(answer -> answers(table, answer))
                                    .toList());
                });
    }

    private static Map<String, Object> inputs(DecisionTable table, Map<String, String> written) {
        Map<String, Object> inputs = new HashMap<>();
        for (Input input : table.inputs()) {
            String value = written.get(input.id());
            if (value != null) inputs.put(input.id(), TypedValue.of(input.type(), value));
        }
        return inputs;
    }

    private static Map<String, Object> answers(DecisionTable table, Map<String, String> written) {
        Map<String, Object> answers = new HashMap<>();
        for (Output output : table.outputs()) {
            String value = written.get(output.id());
            if (value != null) answers.put(output.id(), TypedValue.of(output.shape().type(), value));
        }
        return answers;
    }

    private static Map<String, String> written(Map<String, Object> answer) {
        Map<String, String> written = new HashMap<>();
        answer.forEach((output, value) -> written.put(output, TypedValue.written(value)));
        return written;
    }
}
