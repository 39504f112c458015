package org.luoshi.kernel.clock;

import org.jspecify.annotations.Nullable;

/// Who approved an extension.
///
/// @param person id
/// @param role in which the person did
/// @param document number of the decision
public record Approval(String person, String role, @Nullable String document) {}
