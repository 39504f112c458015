package org.luoshi.audit;

import java.time.Instant;
import java.util.Map;

/// A change as the log keeps it.
public record AuditEntry(
        long number, Instant knownAt, String actor, String action, String subject, Map<String, String> details) {}
