package org.luoshi.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;

/// The packs in force at a moment.
///
/// @param since from which moment they were in force; null for the packs in use now
/// @param shortfall why they are not quite those of the moment; null when they are
public record PacksThen(PackSet packs, @Nullable Instant since, @Nullable Text shortfall) {}
