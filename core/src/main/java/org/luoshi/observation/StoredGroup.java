package org.luoshi.observation;

import java.util.List;

/// Observations that were stored in one transaction, in the order of their ids.
///
/// Whoever hears a group that begins where no group he heard has ended has missed something, such as what another
/// program stored: [StoredObservations#ofLog] reads it.
///
/// @param after where the log ended before
/// @param last where it ends now; not each id in between is an observation
public record StoredGroup(long after, long last, List<Observation> observations) {

    public StoredGroup {
        observations = List.copyOf(observations);
    }
}
