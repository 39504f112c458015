package org.luoshi.quality.internal;

import java.util.stream.Collectors;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Rule;

/// Names what a check was made by, so that another declaration is noticed. Titles and advice do not count.
final class CheckDigest {

    private CheckDigest() {}

    static String of(QualityCheck check) {
        return Sha256.hex(describe(check));
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
