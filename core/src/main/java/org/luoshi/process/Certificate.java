package org.luoshi.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.kernel.text.Text;

/// What was issued at the end of a case, word for word.
///
/// @param number of its own
/// @param caseNumber of the case
/// @param body paragraphs divided by line ends
/// @param shown the body with personal data covered, as anybody who asks with the code reads it
/// @param issuer id of the unit
/// @param validUntil the last day; null where it holds for ever
/// @param revocation null while it has not been revoked
public record Certificate(
        String number,
        String caseNumber,
        Text title,
        Text body,
        Text shown,
        String issuer,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        @Nullable Revocation revocation) {

    /// Characters of the digest that are enough to ask with: 64 bits, which nobody guesses over a network.
    public static final int CODE = 16;

    /// @param by account
    public record Revocation(LocalDate on, String by, String reason) {}

    /// SHA-256 of all that it says, 64 lower-case hexadecimal digits. Each part has its length before it, so that two
    /// certificates with the same digest say the same in every part.
    public String digest() {
        StringBuilder all = new StringBuilder();
        for (String part : new String[] {
            number,
            caseNumber,
            title.zh(),
            title.en(),
            body.zh(),
            body.en(),
            shown.zh(),
            shown.en(),
            issuer,
            issuedOn.toString(),
            validUntil == null ? "" : validUntil.toString()
        }) {
            all.append(part.length()).append(':').append(part).append('\n');
        }
        return Sha256.hex(all.toString());
    }

    /// The beginning of the digest, which stands on the paper.
    public String code() {
        return digest().substring(0, CODE);
    }

    /// Whether it counts on a day.
    public boolean holds(LocalDate day) {
        LocalDate last = validUntil;
        return revocation == null && (last == null || !day.isAfter(last));
    }
}
