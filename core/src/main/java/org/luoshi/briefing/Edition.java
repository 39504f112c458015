package org.luoshi.briefing;

import java.time.Instant;

/// A briefing frozen when it was issued.
///
/// @param number within its layout, subject and period, from 1: a later one replaces it without erasing it
/// @param digest SHA-256 (hex) of the frozen document
/// @param change the audit entry that issued it
public record Edition(
        long id, int number, Briefing briefing, String digest, String issuedBy, Instant issuedAt, long change) {}
