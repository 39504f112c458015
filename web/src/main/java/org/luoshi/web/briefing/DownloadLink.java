package org.luoshi.web.briefing;

/// A form in which a briefing can be taken away.
///
/// @param format `pdf`, `docx`, `xlsx` or `html`
public record DownloadLink(String format, String href) {}
