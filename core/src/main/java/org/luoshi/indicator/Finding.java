package org.luoshi.indicator;

/// Something stored that is not what the registers say.
public sealed interface Finding permits Difference, WrongSum {}
