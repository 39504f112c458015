package org.luoshi.quality.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Rule;

/// Names what a check was made by, so that another declaration is noticed. Titles and advice do not count.
final class CheckDigest {

    private CheckDigest() {}

    static String of(QualityCheck check) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(describe(check).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Sets in sorted order: their own order differs from run to run.
    private static String describe(QualityCheck check) {
        String rule = check.rule() instanceof Rule.Freshness fresh
                ? fresh.units().stream().map(Enum::name).sorted().collect(Collectors.joining(",")) + fresh.every() + fresh.date()
                        + fresh.within() + fresh.since()
                : check.rule().toString();
        return check.entity() + "|" + check.where() + "|" + rule;
    }
}
