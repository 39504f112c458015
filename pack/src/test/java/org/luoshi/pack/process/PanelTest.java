package org.luoshi.pack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arithmetic of a vote, against counting heads.
class PanelTest {

    private static Panel panel(String quorum, String majority, int least) {
        return new Panel(
                "member", least, false, Share.read(quorum).orElseThrow(), Share.read(majority).orElseThrow(), true, false, null, null, Map.of());
    }

    /// 25 members: 17 must vote; of 17 votes 12 in favour are ⅔, of 20 votes 14, of 24 votes 16.
    @ParameterizedTest
    @CsvSource({
        "25, 0, 12, 5, 0, true, 17, 12", "25, 0, 11, 6, 0, false, 17, 12", "25, 0, 14, 5, 1, true, 17, 14",
        "25, 1, 16, 8, 0, true, 16, 16", "25, 1, 15, 8, 1, false, 16, 16", "3, 0, 2, 0, 1, true, 2, 2"
    })
    void decidesByVotesOfThoseWhoVote(
            int seated, int recused, int yes, int no, int abstained, boolean passed, int quorum, int needed) {
        assertThat(panel("2/3", "2/3", 3).result(new PanelVotes(seated, recused, yes, no, abstained)))
                .isEqualTo(new PanelResult.Decided(passed, quorum, needed));
    }

    @Test
    void aRecusalLowersTheQuorum() {
        Panel panel = panel("2/3", "2/3", 3);
        // 7 members: 5 must vote; with two recused 4 of 5
        assertThat(panel.result(new PanelVotes(7, 0, 4, 0, 0))).isEqualTo(new PanelResult.NoQuorum(5, 4));
        assertThat(panel.result(new PanelVotes(7, 2, 4, 0, 0))).isEqualTo(new PanelResult.Decided(true, 4, 3));
        assertThat(panel.result(new PanelVotes(7, 5, 2, 0, 0))).isEqualTo(new PanelResult.TooFew(3, 2));
    }

    @Test
    void moreThanAHalfIsNotAHalf() {
        Panel panel = panel("1/2", ">1/2", 1);
        assertThat(panel.result(new PanelVotes(4, 0, 2, 2, 0))).isEqualTo(new PanelResult.Decided(false, 2, 3));
        assertThat(panel.result(new PanelVotes(4, 0, 3, 1, 0))).isEqualTo(new PanelResult.Decided(true, 2, 3));
    }

    @ParameterizedTest
    @CsvSource({"3/2", "2/0", "0/3", ">3/3", "zwei", "2/3/4", "-1/2"})
    void whatIsNoShareIsNotRead(String written) {
        assertThat(Share.read(written)).isEmpty();
    }

    @Property
    void theFewestHeadsOfAShareReachItAndOneLessDoesNot(
            @ForAll @IntRange(min = 1, max = 60) int part,
            @ForAll @IntRange(min = 1, max = 60) int whole,
            @ForAll boolean beyond,
            @ForAll @IntRange(min = 1, max = 500) int heads) {
        if (part > whole || beyond && part == whole) return;
        int needed = new Share(part, whole, beyond).of(heads);
        assertThat(reaches(needed, heads, part, whole, beyond)).isTrue();
        assertThat(needed).isLessThanOrEqualTo(heads);
        if (needed > 0) assertThat(reaches(needed - 1, heads, part, whole, beyond)).isFalse();
    }

    private static boolean reaches(long some, long heads, long part, long whole, boolean beyond) {
        return beyond ? some * whole > heads * part : some * whole >= heads * part;
    }
}
