package org.luoshi.web.certificate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.Certificate;

/// A certificate, on a page.
///
/// @param back page of its case
/// @param state `valid`, `expired` or `revoked`
/// @param covered whether personal data in it are covered for this reader
/// @param check address at which anybody can ask whether it is genuine
/// @param revoke where it can be revoked; null where the viewer may not
/// @param told what came of revoking; null where nothing was asked
public record CertificateView(
        String back,
        String number,
        Text title,
        Text body,
        Text issuer,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        String state,
        Certificate.@Nullable Revocation revocation,
        boolean covered,
        String code,
        String digest,
        String check,
        @Nullable String revoke,
        boolean noReason,
        @Nullable Text told) {

    public List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
