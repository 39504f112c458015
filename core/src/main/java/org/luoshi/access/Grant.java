package org.luoshi.access;

/// A role over a unit and everything below it.
///
/// @param unit id of the root of the subtree
public record Grant(Role role, String unit) {}
