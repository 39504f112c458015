package org.luoshi.pack.process;

/// The votes of a panel. Heads, each counted once.
///
/// @param seated members named
/// @param recused those of them who have a part in the matter, and do not vote
public record PanelVotes(int seated, int recused, int inFavour, int against, int abstained) {

    public PanelVotes {
        boolean negative = recused < 0 || inFavour < 0 || against < 0 || abstained < 0;
        if (negative || recused + inFavour + against + abstained > seated) {
            throw new IllegalArgumentException("%d seated, %d recused, %d for, %d against, %d abstained"
                    .formatted(seated, recused, inFavour, against, abstained));
        }
    }

    /// Members who may vote: the quorum is reckoned on them.
    public int free() {
        return seated - recused;
    }

    /// Members who did.
    public int voting() {
        return inFavour + against + abstained;
    }
}
