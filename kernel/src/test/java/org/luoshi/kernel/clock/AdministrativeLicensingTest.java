package org.luoshi.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.kernel.text.Text;

class AdministrativeLicensingTest {

    private final ClockProfile profile = AdministrativeLicensing.profile();

    @ParameterizedTest
    @CsvSource({
        "supplement_notice, received, 5,  0,  0, 第三十二条第一款第四项",
        "decision,          accepted, 20, 10, 8, 第四十二条第一款",
        "joint_decision,    accepted, 45, 15, 8, 第四十二条第二款",
        "lower_review,      accepted, 20, 0,  8, 第四十三条",
        "delivery,          decided,  10, 0,  0, 第四十四条"
    })
    void saysWhatTheLawSays(String id, String event, int days, int extension, int causes, String article) {
        ClockDefinition clock = profile.clock(id).orElseThrow();
        ClockTerms terms = clock.termsOn(LocalDate.of(2026, 1, 5)).orElseThrow();
        assertThat(clock.startedBy()).isEqualTo(event);
        assertThat(terms.legal().value()).isEqualTo(Limit.working(days));
        assertThat(terms.legal().basis().article().zh()).isEqualTo(article);
        assertThat(terms.extension() == null ? 0 : terms.extension().value().maxDays())
                .isEqualTo(extension);
        assertThat(terms.causes()).hasSize(causes);
    }

    @Test
    void theRuleOnTheFirstDayIsThatOfTheCivilCodeSince2021() {
        ClockDefinition decision = profile.clock("decision").orElseThrow();
        assertThat(firstDay(decision, LocalDate.of(2020, 12, 31)))
                .isEqualTo(new Text("《民法通则》第一百五十四条", "General Principles of Civil Law, art. 154"));
        assertThat(firstDay(decision, LocalDate.of(2021, 1, 1)))
                .isEqualTo(new Text("《民法典》第二百零一条第一款", "Civil Code, art. 201(1)"));
    }

    @Test
    void anUnverifiedBasisSaysSo() {
        LegalBasis basis = new LegalBasis(new Text("示例法", "Sample Law"), new Text("第一条", "art. 1"), false);
        assertThat(basis.text()).isEqualTo(new Text("《示例法》第一条（未核实）", "Sample Law, art. 1 (unverified)"));
    }

    private static Text firstDay(ClockDefinition clock, LocalDate on) {
        return clock.termsOn(on).orElseThrow().firstDay().basis().text();
    }
}
