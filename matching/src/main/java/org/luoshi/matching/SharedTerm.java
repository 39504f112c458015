package org.luoshi.matching;

/// A term that two texts share.
///
/// @param share of the whole likeness that comes from it, 0 to 1
public record SharedTerm(String term, double share) {}
