package org.luoshi.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishPluralTest {

    @ParameterizedTest
    @CsvSource({
        "bed, beds",
        "person, people",
        "batch, batches",
        "enterprise or institution, enterprises or institutions",
        "school or institute, schools or institutes",
        "kilogram of CO2 equivalent, kilograms of CO2 equivalent",
        "item per month, items per month",
        "hundred million yuan, hundred million yuan",
        "yuan (CNY), yuan (CNY)",
        "parts per million, parts per million",
        "degree Celsius, degrees Celsius",
        "US dollar, US dollars",
        "percent, percent"
    })
    void aUnitAfterANumberIsInThePlural(String one, String many) {
        assertThat(EnglishPlural.of(one)).isEqualTo(many);
    }
}
