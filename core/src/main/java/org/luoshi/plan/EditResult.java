package org.luoshi.plan;

import java.util.List;
import org.luoshi.kernel.text.Text;

/// What came of an edit of the plan, or would come of it.
public sealed interface EditResult {

    /// @param changes what differs from the version before
    record Written(PlanVersion version, List<PlanChange> changes) implements EditResult {
        public Written {
            changes = List.copyOf(changes);
        }
    }

    /// A dry run without objections.
    record WouldWrite(List<PlanChange> changes) implements EditResult {
        public WouldWrite {
            changes = List.copyOf(changes);
        }
    }

    record NothingChanged() implements EditResult {}

    /// The plan was edited since the version that this edit started from.
    ///
    /// @param theirs what the others changed since
    /// @param mine what this edit would change
    record Conflict(int startedFrom, int now, List<PlanChange> theirs, List<PlanChange> mine) implements EditResult {
        public Conflict {
            theirs = List.copyOf(theirs);
            mine = List.copyOf(mine);
        }
    }

    record Refused(List<Problem> problems) implements EditResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// @param where e.g. `chenghua_start_projects` or `任务!D7`
    record Problem(String where, Text message) {}
}
