package org.luoshi.plan.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.plan.Activated;
import org.luoshi.register.CommitmentNames;
import org.springframework.stereotype.Component;

/// Tells registers which commitments there are now.
@Component
class PlanCommitmentNames implements CommitmentNames {

    private final Freshness freshness;
    private final PlanStore store;
    private volatile @Nullable Read last;

    private record Read(Plan plan, Map<String, Text> titles) {}

    PlanCommitmentNames(Freshness freshness, PlanStore store) {
        this.freshness = freshness;
        this.store = store;
    }

    @Override
    public Optional<Map<String, Text>> titles() {
        return freshness.activated().flatMap(Activated::declared).flatMap(p -> store.plan(p.id(), null)).map(this::titles);
    }

    private Map<String, Text> titles(Plan plan) {
        Read read = last;
        if (read == null || read.plan() != plan) {
            Map<String, Text> titles = new LinkedHashMap<>();
            FactBook.commitments(plan, null).forEach(c -> titles.put(c.id(), c.title()));
            read = new Read(plan, Collections.unmodifiableMap(titles));
            last = read;
        }
        return read.titles();
    }
}
