package org.luoshi.register;

import java.util.Map;
import java.util.Optional;
import org.luoshi.kernel.text.Text;

/// The commitments of the plan in force, for fields that name one. The plan module knows them; registers only ask.
public interface CommitmentNames {

    /// Titles by id, in the plan's order; empty where no plan is in force.
    Optional<Map<String, Text>> titles();
}
