package org.luoshi.indicator;

import java.util.Set;
import org.luoshi.pack.QualifiedId;

/// Stored cells of these indicators have new values. Published inside the transaction that writes them.
public record CellsChanged(Set<QualifiedId> indicators) {
    public CellsChanged {
        indicators = Set.copyOf(indicators);
    }
}
