package org.luoshi.briefing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;

/// All that a briefing reads, as known at a moment. The same question gets the same answer for ever.
public interface BriefingFacts {

    /// In the plan's order.
    List<CommitmentLine> commitments(Instant moment);

    /// Titles of the focuses 着力点 by id, in the plan's order.
    Map<String, Text> focuses(Instant moment);

    /// @param unit whose cell; the figure is of its whole subtree
    Reading cell(QualifiedId indicator, String unit, Period period, Instant moment);

    /// The packs in force at the moment, by whose rules its facts are judged.
    ///
    /// @param moment null for now
    PackSet packs(@Nullable Instant moment);

    /// Why the packs are not quite those of the moment; null when they are.
    @Nullable Text shortfall(Instant moment);

    /// Whether made-up sample records may be among the facts.
    boolean synthetic();
}
