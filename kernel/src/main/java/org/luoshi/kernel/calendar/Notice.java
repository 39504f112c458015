package org.luoshi.kernel.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A notice of the State Council's office 国务院办公厅 on a year's holidays, or on a change to them.
///
/// @param title as published
/// @param number of the document, for example 国办发明电〔2023〕7号
/// @param issued its date
/// @param address where it can be read
public record Notice(
        String title, @Nullable String number, @Nullable LocalDate issued, @Nullable String address) {}
