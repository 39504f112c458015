package org.luoshi.quality;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck.Kind;

/// Something that a check found.
///
/// @param unit whose it is: its data steward answers for it
/// @param record `_id` of the record; null for what is about all of a unit's
/// @param period of which a record is missing; null for other kinds
/// @param measured the far value, or the per cent that is filled; null for other kinds
/// @param low and high between which it should lie; null where there is no such bound
/// @param since when it was first found
/// @param reason what was said of it
/// @param version rises with each change of state
public record QualityItem(
        long id,
        QualifiedId check,
        Kind kind,
        QualifiedId entity,
        String unit,
        @Nullable Long record,
        @Nullable Period period,
        @Nullable BigDecimal measured,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Instant since,
        State state,
        @Nullable String reason,
        @Nullable String decidedBy,
        Instant changedAt,
        int version) {

    /// What has become of it.
    public enum State {
        OPEN,
        /// Its unit says why it is so; it stays until the cause is gone.
        EXPLAINED,
        /// Its unit says that nothing is wrong.
        DISMISSED,
        /// The cause is gone.
        MENDED,
        /// The pack no longer declares the check.
        WITHDRAWN;

        /// Whether the cause was still there at the last look.
        public boolean stands() {
            return this == OPEN || this == EXPLAINED || this == DISMISSED;
        }
    }

    /// A change of state.
    ///
    /// @param actor account, or `system`
    public record Step(Instant at, String actor, State state, @Nullable String reason) {}
}
