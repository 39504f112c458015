package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.attachment.SampleFiles;
import org.luoshi.audit.ChangeLog;
import org.luoshi.briefing.Letter;
import org.luoshi.process.Certificates.Revoking;

class CertificatesTest {

    private final Hall hall = new Hall("2025-03-03T09:00");
    private final Certificates certificates = hall.context.get(Certificates.class);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aGrantIsACertificateWithTheWordsOfThePackAndAnIdOfItsOwn() {
        CaseFile file = granted();
        Certificate issued = certificate(file);
        assertThat(issued.number()).isEqualTo("ZXZ-2025-000001");
        assertThat(issued.title().zh()).isEqualTo("准予许可决定书");
        assertThat(issued.body().zh()).isEqualTo("准予合成准许，共30床，联系人合成联系人。\n联办单位—。");
        assertThat(issued.body().en()).startsWith("合成准许 is granted for 30").endsWith("Partner: —.");
        assertThat(issued.shown().zh()).doesNotContain("合成联系人");
        assertThat(issued.issuer()).isEqualTo("ecology_bureau");
        assertThat(issued.issuedOn()).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(issued.validUntil()).isEqualTo(LocalDate.of(2028, 3, 2));
        assertThat(issued.holds(LocalDate.of(2028, 3, 2))).isTrue();
        assertThat(issued.holds(LocalDate.of(2028, 3, 3))).isFalse();
        assertThat(hall.view(file).events())
                .extracting(CaseEvent::kind)
                .containsSubsequence(EventKind.CLOSED, EventKind.CERTIFIED);
        assertThat(hall.context.get(ChangeLog.class).verify().intact()).isTrue();
    }

    @Test
    void aRefusalIssuesNothing() {
        CaseFile file = hall.applyForPermit();
        Hall.done(hall.act(file, "refuse", Map.of(), hall.officer));
        assertThat(hall.view(file).certificate()).isNull();
    }

    @Test
    void whoHoldsThePaperCanAskAndWhoKnowsOnlyTheNumberLearnsNothing() {
        Certificate issued = certificate(granted());
        assertThat(certificates.check(issued.number(), issued.code())).contains(issued);
        assertThat(certificates.check(" zxz-2025-000001 ", issued.code().toUpperCase(java.util.Locale.ROOT)))
                .contains(issued);
        assertThat(certificates.check(issued.number(), issued.digest())).contains(issued);
        assertThat(certificates.check(issued.number(), "")).isEmpty();
        assertThat(certificates.check(issued.number(), issued.code().substring(1))).isEmpty();
        assertThat(certificates.check(issued.number(), "0000000000000000")).isEmpty();
        assertThat(certificates.check("ZXZ-2025-000002", issued.code())).isEmpty();
    }

    @Test
    void theHeadOfItsIssuerRevokesItOnceAndForAll() {
        CaseFile file = granted();
        String number = certificate(file).number();
        assertThat(certificates.revoke(number, "合成理由", hall.officer)).isEqualTo(Revoking.MISSING);
        assertThat(certificates.revoke(number, " ", hall.head)).isEqualTo(Revoking.NO_REASON);
        assertThat(certificates.revoke("ZXZ-2025-000009", "合成理由", hall.head)).isEqualTo(Revoking.MISSING);
        hall.clock.day("2025-04-01");
        assertThat(certificates.revoke(number, "合成理由", hall.head)).isEqualTo(Revoking.REVOKED);
        assertThat(certificates.revoke(number, "再次", hall.head)).isEqualTo(Revoking.ALREADY);
        Certificate revoked = certificate(file);
        assertThat(revoked.revocation())
                .isEqualTo(new Certificate.Revocation(LocalDate.of(2025, 4, 1), "head", "合成理由"));
        assertThat(revoked.holds(LocalDate.of(2025, 4, 1))).isFalse();
        // what stands on it is as it was, so the code still finds it and says that it is revoked
        assertThat(certificates.check(number, revoked.code())).contains(revoked);
        assertThat(hall.view(file).events().getLast().kind()).isEqualTo(EventKind.REVOKED);
    }

    @Test
    void aHandInTheDatabaseIsFound() {
        CaseFile file = granted();
        assertThat(certificates.verify()).isEmpty();
        assertThatThrownBy(() -> hall.context.sql().execute("update luoshi.certificate set valid_until = '2099-01-01'"))
                .hasMessageContaining("never changed but revoked");
        hall.context.sql().execute("alter table luoshi.certificate disable trigger all");
        hall.context.sql().execute("update luoshi.certificate set valid_until = '2099-01-01'");
        assertThat(certificates.verify())
                .singleElement()
                .satisfies(found -> assertThat(found.zh()).isEqualTo("证书 ZXZ-2025-000001 与签发时不同"));
        hall.context.sql().execute("delete from luoshi.certificate");
        assertThat(certificates.verify())
                .singleElement()
                .satisfies(found -> assertThat(found.zh()).isEqualTo("证书 ZXZ-2025-000001 不在了"));
        assertThat(hall.view(file).certificate()).isNull();
    }

    @Test
    void aLetterIsSetOnTheOfficialPage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Letter letter = new Letter(
                "zh-CN",
                "准予许可决定书",
                "编号 ZXZ-2025-000001",
                List.of("经审查，准予合成准许。", "第二段。"),
                List.of("市生态环境局", "2025-03-03"),
                List.of("核验码 0123456789abcdef", "http://luoshi.example/certificates/check?number=ZXZ-2025-000001"));
        assertThat(letter.write(out)).isEmpty();
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("准予许可决定书", "编号 ZXZ-2025-000001", "经审查，准予合成准许。", "市生态环境局", "0123456789abcdef");
        }
    }

    private CaseFile granted() {
        CaseFile file = hall.applyForPermit();
        hall.attach(file, "report", SampleFiles.pdf(), "报告.pdf", hall.officer);
        return Hall.done(hall.act(file, "grant", Map.of("valid_until", "2028-03-02"), hall.officer));
    }

    private Certificate certificate(CaseFile file) {
        return Objects.requireNonNull(hall.view(file).certificate());
    }
}
