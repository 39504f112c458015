package org.luoshi.kernel.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03-01, DAY,       2025-03-01, 2025-03-01",
        "2025-W05,   WEEK,      2025-01-27, 2025-02-02",
        "2024-02,    MONTH,     2024-02-01, 2024-02-29",
        "2025-Q1,    QUARTER,   2025-01-01, 2025-03-31",
        "2025-Q4,    QUARTER,   2025-10-01, 2025-12-31",
        "2025-H1,    HALF_YEAR, 2025-01-01, 2025-06-30",
        "2025-H2,    HALF_YEAR, 2025-07-01, 2025-12-31",
        "2025,       YEAR,      2025-01-01, 2025-12-31"
    })
    void readsAndWritesEachKind(String id, PeriodKind kind, LocalDate first, LocalDate last) {
        Period period = Period.parse(id);
        assertThat(period).isEqualTo(new Period(kind, first));
        assertThat(period.end()).isEqualTo(last);
        assertThat(period.id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-03, 2020-W53", // a Sunday: ISO 8601 counts it to the old year
        "2021-01-04, 2021-W01",
        "2024-12-30, 2025-W01",
        "2026-12-31, 2026-W53"
    })
    void weeksAtNewYearBelongToTheYearOfTheirThursday(LocalDate date, String id) {
        assertThat(Period.of(PeriodKind.WEEK, date).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-13    | `2025-13`：月份须在 01 到 12 之间      | `2025-13`: months run from 01 to 12",
                "2025-Q5    | `2025-Q5`：季度须为 Q1 到 Q4           | `2025-Q5`: quarters run from Q1 to Q4",
                "2025-H0    | `2025-H0`：半年须为 H1 或 H2           | `2025-H0`: half-years are H1 and H2",
                "2025-W53   | `2025-W53`：2025 年有 52 周，须在 W01 到 W52 之间 | `2025-W53`: 2025 has weeks W01 to W52",
                "2025-02-29 | `2025-02-29`：2025 年 2 月有 28 天     | `2025-02-29`: 2025-02 has 28 days",
                "0000       | `0000`：年份从 0001 起                 | `0000`: years start at 0001"
            })
    void saysWhatIsWrong(String id, String zh, String en) {
        assertThat(Period.read(id)).isEqualTo(new PeriodReading.Unreadable(new Text(zh, en)));
        assertThat(Period.tryParse(id)).isEmpty();
        assertThatThrownBy(() -> Period.parse(id)).isInstanceOf(PeriodFormatException.class).hasMessage(en);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25-03", "2025/03", "2025-3", "2025-q1", "２０２５", "2025-03-01T00:00", "March 2025"})
    void showsTheFormsWhereNoneFits(String id) {
        assertThatThrownBy(() -> Period.parse(id))
                .hasMessage("`%s` is not a period; write 2025-03-01, 2025-W05, 2025-03, 2025-Q1, 2025-H1 or 2025", id);
    }

    @Test
    void mustStartOnItsFirstDay() {
        assertThatThrownBy(() -> new Period(PeriodKind.MONTH, LocalDate.of(2025, 3, 2)))
                .hasMessage("2025-03-02 is not the first day of a month");
    }

    @Test
    void comesBeforeItsPartsWhenSorted() {
        List<String> sorted = List.of("2024-12", "2025", "2025-H1", "2025-Q1", "2025-01", "2025-01-01", "2025-W02");
        assertThat(sorted.reversed().stream().map(Period::parse).sorted().map(Period::id))
                .containsExactlyElementsOf(sorted);
    }

    @Test
    void containsWhatLiesWhollyInside() {
        Period january = Period.parse("2025-01");
        assertThat(Period.parse("2025-Q1").contains(january)).isTrue();
        assertThat(january.contains(Period.parse("2025-W02"))).isTrue();
        assertThat(january.contains(Period.parse("2025-W05"))).as("27 January to 2 February").isFalse();
        assertThat(january.overlaps(Period.parse("2025-W05"))).isTrue();
        assertThat(january.contains(Period.parse("2025-Q1"))).isFalse();
        assertThat(january.contains(LocalDate.of(2025, 1, 31))).isTrue();
        assertThat(january.contains(LocalDate.of(2025, 2, 1))).isFalse();
    }

    @Test
    void dividesIntoShorterOnes() {
        assertThat(Period.parse("2025-H2").parts(PeriodKind.QUARTER)).extracting(Period::id)
                .containsExactly("2025-Q3", "2025-Q4");
        assertThat(Period.parse("2025-02").parts(PeriodKind.WEEK)).extracting(Period::id)
                .containsExactly("2025-W06", "2025-W07", "2025-W08");
    }

    @Test
    void rangesIncludeBothEnds() {
        assertThat(Period.range(PeriodKind.MONTH, LocalDate.of(2024, 12, 31), LocalDate.of(2025, 2, 1)))
                .extracting(Period::id)
                .containsExactly("2024-12", "2025-01", "2025-02");
        assertThat(Period.range(PeriodKind.DAY, LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1))).isEmpty();
        assertThat(Period.range(Period.parse("2025-Q3"), Period.parse("2026-Q1"))).extracting(Period::id)
                .containsExactly("2025-Q3", "2025-Q4", "2026-Q1");
    }

    @Test
    void rangesOfTwoKindsAreRefused() {
        assertThatThrownBy(() -> Period.range(Period.parse("2025-Q3"), Period.parse("2026")))
                .hasMessage("need two periods of one kind, got 2025-Q3 and 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01, 2025年3月1日,  1 March 2025",
        "2025-W05,   2025年第5周,   week 5 of 2025",
        "2024-W01,   2024年第1周,   week 1 of 2024",
        "2025-03,    2025年3月,     March 2025",
        "2025-Q1,    2025年一季度,  Q1 2025",
        "2025-Q4,    2025年四季度,  Q4 2025",
        "2025-H1,    2025年上半年,  first half of 2025",
        "2025-H2,    2025年下半年,  second half of 2025",
        "2025,       2025年,        2025"
    })
    void isLabelledAsPeopleWriteIt(String id, String zh, String en) {
        Period period = Period.parse(id);
        assertThat(period.label(Language.ZH)).isEqualTo(zh);
        assertThat(period.label(Language.EN)).isEqualTo(en);
    }

    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void doesNotDependOnTheMachinesLocale(PeriodKind kind) {
        LocalDate sunday = LocalDate.of(2023, 1, 1);
        Period here = Period.of(kind, sunday);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG")); // weeks from Saturday, other digits
        try {
            assertThat(Period.of(kind, sunday)).isEqualTo(here);
            assertThat(Period.parse(here.id())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void kindsAreFoundByTheirIds() {
        assertThat(PeriodKind.find("half_year")).contains(PeriodKind.HALF_YEAR);
        assertThat(PeriodKind.find("HALF_YEAR")).isEmpty();
    }
}
