package org.luoshi.pack.process;

/// What the votes of a panel come to.
public sealed interface PanelResult {

    /// Too few members are left who may vote: others must be seated.
    ///
    /// @param left members who may vote
    record TooFew(int least, int left) implements PanelResult {}

    /// Too few have voted.
    ///
    /// @param needed votes without which there is no quorum
    /// @param voting votes there are
    record NoQuorum(int needed, int voting) implements PanelResult {}

    /// @param quorum votes that had to be there
    /// @param needed votes in favour that had to be there
    record Decided(boolean passed, int quorum, int needed) implements PanelResult {}
}
