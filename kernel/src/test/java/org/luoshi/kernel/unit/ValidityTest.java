package org.luoshi.kernel.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2020, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2020, 8, 1);

    @Test
    void endsBeforeItsEndDate() {
        Validity june = new Validity(JUNE, JULY);
        assertThat(june.contains(JUNE)).isTrue();
        assertThat(june.contains(JULY)).isFalse();
    }

    @Test
    void oneAfterTheOtherDoNotOverlap() {
        assertThat(new Validity(JUNE, JULY).overlaps(Validity.since(JULY))).isFalse();
        assertThat(new Validity(JUNE, AUGUST).intersect(Validity.since(JULY))).contains(new Validity(JULY, AUGUST));
    }

    @Test
    void anOpenEndContainsEveryLaterOne() {
        assertThat(Validity.since(JUNE).contains(new Validity(JULY, AUGUST))).isTrue();
        assertThat(new Validity(JUNE, AUGUST).contains(Validity.since(JULY))).isFalse();
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatThrownBy(() -> new Validity(JULY, JULY))
                .hasMessage("need from before to, got 2020-07-01 and 2020-07-01");
    }
}
