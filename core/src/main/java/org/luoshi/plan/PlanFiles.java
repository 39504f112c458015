package org.luoshi.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.Plan;

/// The plan as the YAML files of its pack. Whoever has the pack compiler at hand provides it.
public interface PlanFiles {

    /// Path from the pack's folder → text.
    Map<String, String> write(Plan plan);

    /// Compiles the files as if they stood in the pack's folder, in place of what stands there for the plan.
    Reading read(Plan present, Map<String, String> files);

    /// @param plan absent where there is a mistake
    /// @param problems each with `path:line:column`
    record Reading(@Nullable Plan plan, List<EditResult.Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }
}
