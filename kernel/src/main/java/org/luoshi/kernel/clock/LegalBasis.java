package org.luoshi.kernel.clock;

import org.luoshi.kernel.text.Text;

/// Where a rule is written.
///
/// @param law its name, for example 行政许可法
/// @param article for example 第四十五条
/// @param verified whether somebody compared the rule with the text; pages say so where nobody did
public record LegalBasis(Text law, Text article, boolean verified) {

    public Text text() {
        return new Text(
                "《%s》%s%s".formatted(law.zh(), article.zh(), verified ? "" : "（未核实）"),
                "%s, %s%s".formatted(law.en(), article.en(), verified ? "" : " (unverified)"));
    }
}
