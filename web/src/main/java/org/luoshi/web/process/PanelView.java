package org.luoshi.web.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;

/// A panel of experts on the page of a case.
///
/// @param step at which it votes
/// @param rules by which it decides, in words
/// @param lines how it stands, in words
/// @param result what the votes came to; null until they are counted
/// @param tone of the result
/// @param members for staff only
/// @param seating what the viewer can do as its convener; null where he is not
/// @param voting what the viewer can do as a member; null where he is none, or has voted
/// @param error what was refused; null where nothing was
public record PanelView(
        Text step,
        Text rules,
        List<Text> lines,
        @Nullable Text result,
        String tone,
        List<Member> members,
        @Nullable Seating seating,
        @Nullable Voting voting,
        @Nullable Text error) {

    public PanelView {
        lines = List.copyOf(lines);
        members = List.copyOf(members);
    }

    /// @param vote empty while nobody may know it
    public record Member(String account, Text standing, Text vote) {}

    /// @param seat where the accounts are sent
    /// @param candidates who can be seated yet: account → name
    /// @param count where the count is asked for; null while nobody is seated
    public record Seating(String seat, List<Candidate> candidates, @Nullable String count) {}

    public record Candidate(String account, Text name) {}

    /// @param path where the vote is sent
    public record Voting(String path, Text secrecy, List<Option> options) {}

    public record Option(String id, Text words) {}
}
