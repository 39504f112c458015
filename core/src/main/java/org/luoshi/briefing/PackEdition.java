package org.luoshi.briefing;

/// The exact pack by whose rules a figure was computed.
///
/// @param digest SHA-256 (hex) over the pack's files
public record PackEdition(String pack, String version, String digest) {}
