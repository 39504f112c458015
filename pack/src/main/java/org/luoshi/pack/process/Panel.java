package org.luoshi.pack.process;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Experts who vote on a case at one of its steps 评审组、评委会.
///
/// Who does the step seats them and has the votes counted; until then nobody sees a vote, he neither.
///
/// @param members id of the role whose accounts may be seated
/// @param least members without whom nothing is decided, recused ones not counted
/// @param odd whether an odd number must be seated
/// @param quorum share of the members, recused ones not counted, who must vote
/// @param majority share of those who vote, abstentions among them, that must be in favour
/// @param secret whether nobody ever learns who voted what
/// @param deputies whether the deputy of a member who is away votes for him
/// @param passes id of the step's action that a majority does; null where the vote is advice and finishes nothing
/// @param fails id of the action that any other result does; null together with `passes`
/// @param into what was counted → the content's field that keeps it
public record Panel(
        String members,
        int least,
        boolean odd,
        Share quorum,
        Share majority,
        boolean secret,
        boolean deputies,
        @Nullable String passes,
        @Nullable String fails,
        Map<Count, String> into) {

    /// What is counted.
    public enum Count {
        SEATED,
        RECUSED,
        /// Those who voted and those who recused.
        ATTENDED,
        /// Those who voted.
        VOTING,
        IN_FAVOUR,
        AGAINST,
        ABSTAINED,
        /// `passed` or `failed`.
        RESULT,
        COUNTED_ON
    }

    public Panel {
        if (least < 1 || (passes == null) != (fails == null))
            throw new IllegalArgumentException("least %d, passes %s, fails %s".formatted(least, passes, fails));
        into = Map.copyOf(into);
    }

    /// Whether only the count of the votes does an action.
    public boolean does(String action) {
        return action.equals(passes) || action.equals(fails);
    }

    /// What the votes come to.
    public PanelResult result(PanelVotes votes) {
        if (votes.free() < least) return new PanelResult.TooFew(least, votes.free());
        int present = quorum.of(votes.free());
        if (votes.voting() < present) return new PanelResult.NoQuorum(present, votes.voting());
        int needed = majority.of(votes.voting());
        return new PanelResult.Decided(votes.inFavour() >= needed, present, needed);
    }

    /// Field of the content that keeps a count.
    public Optional<String> keeps(Count count) {
        return Optional.ofNullable(into.get(count));
    }
}
