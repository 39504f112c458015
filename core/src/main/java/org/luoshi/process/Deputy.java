package org.luoshi.process;

import java.time.LocalDate;

/// Who acts for an account while it is away.
///
/// @param lastDay inclusive
public record Deputy(String account, String deputy, LocalDate firstDay, LocalDate lastDay) {}
