package org.luoshi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("leak", "基于分布式声波光纤的埋地管道泄漏定位系统"),
            new Entry("paint", "天然气管道内壁减阻涂料"),
            new Entry("fall", "毫米波雷达跌倒监测装置，不拍图像"),
            new Entry("lora", "LoRa gateway with AES-128"));

    private static final Matcher MATCHER = Matcher.over(ENTRIES);

    @Test
    void putsFirstWhatSharesTheTellingWords() {
        List<Candidate> found = MATCHER.rank("燃气管道微量漏气，希望埋地漏点能自动报警并定位", 10);
        assertThat(found).extracting(Candidate::id).startsWith("leak", "paint");
    }

    @Test
    void saysWhatIsSharedMostTellingFirst() {
        Candidate best = MATCHER.rank("希望埋地管道漏点能自动定位", 1).getFirst();
        assertThat(best.reasons()).extracting(SharedTerm::term).contains("管道", "定位", "漏");
        assertThat(best.reasons()).isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
        assertThat(best.reasons().stream().mapToDouble(SharedTerm::share).sum()).isLessThanOrEqualTo(1.000001);
    }

    @Test
    void findsWhatNoDictionaryJoins() {
        assertThat(MATCHER.rank("老人摔倒没人知道", 1)).extracting(Candidate::id).containsExactly("fall");
    }

    @Test
    void ignoresTheCaseOfLatinLetters() {
        assertThat(MATCHER.rank("需要 LORA 网关", 10)).extracting(Candidate::id).containsExactly("lora");
    }

    @Test
    void wordsOfAskingShareNothing() {
        assertThat(MATCHER.rank("希望能够解决问题，需要一种新的技术系统", 10)).isEmpty();
    }

    @Test
    void aTextWithoutWordsFindsNothing() {
        assertThat(MATCHER.rank("", 10)).isEmpty();
        assertThat(MATCHER.rank("👩‍👩‍👧 ——", 10)).isEmpty();
        assertThat(Matcher.over(List.of()).rank("管道", 10)).isEmpty();
    }

    @Test
    void equalTextsGoByTheirIds() {
        Matcher twins = Matcher.over(List.of(new Entry("b", "管道检漏"), new Entry("a", "管道检漏")));
        assertThat(twins.rank("管道检漏", 2)).extracting(Candidate::id).containsExactly("a", "b");
    }
}
