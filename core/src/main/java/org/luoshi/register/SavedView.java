package org.luoshi.register;

/// A list request with a name.
///
/// @param request query part of its address, as the web page wrote it
/// @param shared shown to everybody who can read the register
public record SavedView(long id, String account, String title, String request, boolean shared) {}
