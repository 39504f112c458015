/// Legal clocks 时限: how long somebody has by law and by promise, what stops the count, and the day on which it ends.
///
/// A [ClockDefinition] and its effective-dated [ClockTerms] are what a law or a pack declares. A [LegalClock] runs by
/// them: an append-only [ClockLedger] of what happened, from which all dates are computed, each day explained. Mistakes
/// of others are answered by a [ClockRefusal].
@NullMarked
package org.luoshi.kernel.clock;

import org.jspecify.annotations.NullMarked;
