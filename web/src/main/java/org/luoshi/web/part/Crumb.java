package org.luoshi.web.part;

/// A step on the way down to the present page.
public record Crumb(String href, String words) {}
