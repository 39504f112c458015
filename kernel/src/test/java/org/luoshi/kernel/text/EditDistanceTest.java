package org.luoshi.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "ocupied_beds, occupied_beds, 1",
        "teh, the, 1",
        "TCO2E, tCO2e, 0",
        "床位数, 床位率, 1",
        "'', abc, 3"
    })
    void countsTypingSlips(String a, String b, int slips) {
        assertThat(EditDistance.between(a, b)).isEqualTo(slips);
    }

    @Test
    void listsTheNearestFirstAndAtMostAsManyAsAsked() {
        assertThat(EditDistance.nearest("mount", List.of("month", "mound", "year", "count"), 3))
                .containsExactly("count", "mound", "month");
    }

    @Test
    void suggestsOnlyWhatOneMayHaveMeant() {
        List<String> fields = List.of("occupied_beds", "licensed_beds");
        assertThat(EditDistance.suggestion("ocupied_beds", fields)).contains("occupied_beds");
        assertThat(EditDistance.suggestion("beds_licensed", fields)).contains("licensed_beds");
        assertThat(EditDistance.suggestion("revenue", fields)).isEmpty();
    }

    @Property
    void isTheSameBothWays(@ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        assertThat(EditDistance.between(a, b)).isEqualTo(EditDistance.between(b, a));
    }

    @Property
    void oneMissingLetterIsOneSlip(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String word, @ForAll int at) {
        int gap = Math.floorMod(at, word.length());
        assertThat(EditDistance.between(word, word.substring(0, gap) + word.substring(gap + 1))).isEqualTo(1);
    }
}
