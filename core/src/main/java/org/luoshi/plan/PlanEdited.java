package org.luoshi.plan;

import org.luoshi.pack.QualifiedId;

/// The plan has a new version. Published inside the transaction of the change.
public record PlanEdited(QualifiedId plan, PlanVersion version) {}
