package org.luoshi.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameSiteRedirectsTest {

    @ParameterizedTest
    @CsvSource({
        "/plan, /plan",
        "http://elsewhere.example/plan?focus=opening_lead, /plan?focus=opening_lead",
        "https://elsewhere.example, /",
        "/login?back=http://elsewhere.example/, /login?back=http://elsewhere.example/",
        "//elsewhere.example/plan, /elsewhere.example/plan",
        "http://here.example//elsewhere.example/, /elsewhere.example/",
        "/\\elsewhere.example, /elsewhere.example",
    })
    void onlyThePathIsLeft(String address, String sent) {
        assertThat(SameSiteRedirects.pathOf(address)).isEqualTo(sent);
    }
}
