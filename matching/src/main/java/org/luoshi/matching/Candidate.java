package org.luoshi.matching;

import java.util.List;

/// A text that resembles the one asked about.
///
/// @param score dimensionless, above 0; comparable only within one ranking
/// @param reasons what they share, most telling first
public record Candidate(String id, double score, List<SharedTerm> reasons) {
    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
