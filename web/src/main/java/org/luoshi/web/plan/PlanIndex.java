package org.luoshi.web.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;

/// A plan's parts by id.
final class PlanIndex {

    private final Map<String, Plan.Focus> focuses = new HashMap<>();
    private final Map<String, Plan.Measure> measures = new HashMap<>();
    private final Map<String, Plan.Commitment> commitments = new LinkedHashMap<>();
    private final Map<String, Plan.Clause> clauses = new HashMap<>();

    PlanIndex(Plan plan) {
        plan.clauses().forEach(c -> clauses.put(c.id(), c));
        for (Plan.Focus focus : plan.focuses()) {
            focuses.put(focus.id(), focus);
            for (Plan.Measure measure : focus.measures()) {
                measures.put(measure.id(), measure);
                measure.commitments().forEach(c -> commitments.put(c.id(), c));
            }
        }
    }

    Text focusTitle(String id) {
        Plan.Focus focus = focuses.get(id);
        return focus == null ? Text.same(id) : focus.title();
    }

    Text measureTitle(String id) {
        Plan.Measure measure = measures.get(id);
        return measure == null ? Text.same(id) : measure.title();
    }

    Plan.@Nullable Measure measure(String id) {
        return measures.get(id);
    }

    Plan.@Nullable Commitment commitment(String id) {
        return commitments.get(id);
    }

    Text clauseGist(String id) {
        Plan.Clause clause = clauses.get(id);
        return clause == null ? Text.same(id) : clause.gist();
    }

    int size() {
        return commitments.size();
    }
}
