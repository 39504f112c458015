package org.luoshi.kernel.unit;

/// `unit` belongs to `parent` on one basis, for some time.
public record UnitParent(String unit, String parent, Basis basis, Validity validity) {}
