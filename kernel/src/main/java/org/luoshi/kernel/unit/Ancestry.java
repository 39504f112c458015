package org.luoshi.kernel.unit;

/// One row of a tree's closure: `unit` lies under `ancestor` on one basis, for some time.
///
/// @param depth steps up from `unit`; 0 for the unit itself
public record Ancestry(String ancestor, String unit, Basis basis, int depth, Validity validity) {}
