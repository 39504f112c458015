package org.luoshi.web.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Rule;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Words;
import org.luoshi.quality.DataQuality;
import org.luoshi.quality.QualityItem;
import org.luoshi.register.Registers;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// Data-quality items in words.
@Component
class QualityWords {

    private static final int MOST_DECIMALS = 4;

    private final DataQuality quality;
    private final Registers registers;
    private final Messages messages;

    QualityWords(DataQuality quality, Registers registers, Messages messages) {
        this.quality = quality;
        this.registers = registers;
        this.messages = messages;
    }

    Text kind(QualityCheck.Kind kind) {
        return messages.text("quality.kind." + word(kind));
    }

    Text state(QualityItem.State state) {
        return messages.text("quality.state." + word(state));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    Text title(QualityItem item) {
        return quality.check(item.check()).map(QualityCheck::title).orElse(Text.same(item.check().toString()));
    }

    Text register(QualityItem item) {
        return registers.packs().entity(item.entity()).map(entity -> entity.plural()).orElse(Text.same(item.entity().toString()));
    }

    /// What is wrong, in a sentence.
    String finding(QualityItem item, Shell shell) {
        QualityCheck check = quality.check(item.check()).orElse(null);
        return switch (item.kind()) {
            case FRESHNESS -> {
                int within = check != null && check.rule() instanceof Rule.Freshness fresh ? fresh.within() : 0;
                yield item.period() == null
                        ? ""
                        : shell.t(
                                "quality.finding.freshness",
                                shell.period(item.period()),
                                shell.date(item.period().end().plusDays(within)));
            }
            case COMPLETENESS -> shell.t("quality.finding.completeness", number(item.measured()), number(item.low()));
            case OUTLIER ->
                shell.t(
                        "quality.finding.outlier",
                        number(item.measured()),
                        number(item.low()),
                        number(item.high()),
                        check != null && check.rule() instanceof Rule.Outlier outlier
                                ? shell.t("quality.method." + word(outlier.method()), number(outlier.factor()))
                                : "");
            case CONTRADICTION ->
                check != null && check.rule() instanceof Rule.Contradiction(var condition)
                        ? shell.t("quality.finding.contradiction", shell.say(words().of(condition)))
                        : "";
        };
    }

    private Words words() {
        return new Words(
                id -> registers.packs().entity(id).orElseThrow(),
                id -> registers.packs().indicator(id).map(indicator -> indicator.title()).orElse(Text.same(id.name())));
    }

    private static String number(@Nullable BigDecimal value) {
        if (value == null) return Shell.MISSING;
        BigDecimal plain = value.stripTrailingZeros();
        return Shell.write(value, Math.clamp(plain.scale(), 0, MOST_DECIMALS));
    }

    /// Fields of the record itself that the check looks at.
    static List<String> fields(QualityCheck check) {
        Set<String> fields = new LinkedHashSet<>();
        switch (check.rule()) {
            case Rule.Outlier outlier -> fields.add(outlier.field());
            case Rule.Completeness complete -> fields.addAll(complete.fields());
            case Rule.Freshness fresh -> fields.add(fresh.date());
            case Rule.Contradiction(var condition) -> collect(condition, fields);
        }
        Stream.of(check.where()).filter(Objects::nonNull).forEach(where -> collect(where, fields));
        return new ArrayList<>(fields);
    }

    private static void collect(Expr condition, Set<String> fields) {
        condition.all()
                .filter(Expr.FieldPath.class::isInstance)
                .forEach(path -> fields.add(((Expr.FieldPath) path).path().getFirst()));
    }
}
