package org.luoshi.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.process.Panel;
import org.luoshi.pack.process.PanelResult;
import org.luoshi.pack.process.PanelVotes;

/// A panel of a case as it stands. Until it is counted nothing here tells a vote, to nobody.
///
/// @param task of who seats it and has it counted
/// @param open whether that task is open: else the panel votes no more
/// @param count what the votes came to; empty until they are counted
public record PanelStand(
        long id, long task, String step, Panel rule, boolean open, Instant seatedAt, List<Member> members, Optional<Counted> count) {

    /// Whether a member has voted.
    public enum Standing {
        SEATED,
        VOTED,
        RECUSED
    }

    /// @param task by which he votes
    /// @param spokenBy who voted: he or his deputy; null until then
    /// @param vote what he voted; null until the count, where the vote is secret, and where he did not
    public record Member(
            String account, long task, Standing standing, @Nullable String spokenBy, @Nullable Vote vote) {}

    public record Counted(Instant at, PanelVotes votes, PanelResult.Decided result) {}

    public PanelStand {
        members = List.copyOf(members);
    }

    public long of(Standing standing) {
        return members.stream().filter(member -> member.standing() == standing).count();
    }

    /// Members who may vote.
    public int free() {
        return members.size() - (int) of(Standing.RECUSED);
    }
}
