package org.luoshi.register.internal.schema;

import org.luoshi.pack.QualifiedId;

/// Somebody searched a large register that has no search index yet.
public record SearchIndexMissing(QualifiedId entity) {}
