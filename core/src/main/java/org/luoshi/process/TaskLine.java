package org.luoshi.process;

/// A task in a list, with its case.
public record TaskLine(CaseTask task, CaseFile file) {}
