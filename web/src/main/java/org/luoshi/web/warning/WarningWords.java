package org.luoshi.web.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.pack.monitoring.WarningRule.Measure;
import org.luoshi.pack.monitoring.WarningRule.Watch;
import org.luoshi.register.Registers;
import org.luoshi.warning.Finding;
import org.luoshi.warning.Warning;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// Warnings in words.
@Component
class WarningWords {

    private final Registers registers;
    private final Messages messages;

    WarningWords(Registers registers, Messages messages) {
        this.registers = registers;
        this.messages = messages;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Nullable WarningRule rule(QualifiedId id) {
        return registers.packs().warningRule(id).orElse(null);
    }

    /// What has happened; a drill says so first, wherever it is named.
    Text title(Warning warning) {
        WarningRule rule = rule(warning.rule());
        Text title = rule == null ? Text.same(warning.rule().toString()) : rule.title();
        if (!warning.exercise()) return title;
        Text drill = messages.text("warning.exercise.mark");
        return new Text(drill.zh() + title.zh(), drill.en() + " " + title.en());
    }

    Text state(Warning.State state) {
        return messages.text("warning.state." + word(state));
    }

    Text step(Warning.StepKind kind) {
        return messages.text("warning.step." + word(kind));
    }

    Text kind(Finding.Kind kind) {
        return messages.text("warning.found." + word(kind));
    }

    /// What must not be missed of an open warning.
    List<Text> notes(Warning warning, Instant now) {
        List<Text> notes = new ArrayList<>();
        if (warning.state() == Warning.State.CLOSED) return notes;
        if (warning.escalatedAt() != null) notes.add(messages.text("warning.note.escalated"));
        if (warning.silent()) notes.add(messages.text("warning.note.silent"));
        if (!warning.standing()) notes.add(messages.text("warning.note.gone"));
        if (warning.quietUntil() != null && warning.quietUntil().isAfter(now)) notes.add(messages.text("warning.note.quiet"));
        if (warning.cause() != null) notes.add(messages.text("warning.note.symptom"));
        return notes;
    }

    /// What shows a finding, in a sentence.
    String shown(Finding finding, Shell shell) {
        Finding.Shown shown = finding.shown();
        Duration allowed = shown.allowed();
        if (allowed != null)
            return shell.t("warning.shown.silence", number(shown.value()), shell.second(shown.since()), allowed.toMinutes());
        String unit = unit(finding.rule());
        return shell.t(
                "warning.shown.run",
                number(shown.value()),
                number(shown.measured()) + unit,
                number(shown.bound()) + unit,
                number(shown.margin()),
                shell.second(shown.since()),
                shown.readings());
    }

    String share(Finding.Share share, Shell shell) {
        double once = 50 * Math.pow(10, share.decades());
        return shell.t(
                share.high() ? "warning.share.high" : "warning.share.low",
                shell.t("warning.trait." + share.trait()),
                number(share.value()),
                number(share.usual()),
                once > 1e6 ? "1000000+" : Shell.write(BigDecimal.valueOf(once), 0));
    }

    /// Of the measure, after a space; empty where it has none.
    private String unit(QualifiedId id) {
        WarningRule rule = rule(id);
        if (rule == null || !(rule.watch() instanceof Watch.Readings(QualifiedId property, Measure measure))) return "";
        String unit = registers.packs()
                .observedProperty(property)
                .map(it -> it.unit().symbol())
                .orElse("");
        return switch (measure) {
            case Measure.Above _, Measure.Below _ -> " " + unit;
            case Measure.Rising _, Measure.Falling _, Measure.Changing _ -> " " + unit + "/h";
            case Measure.Unchanged _ -> " s";
            case Measure.Unusual _, Measure.Strange _ -> "";
        };
    }

    private static String number(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) return Shell.MISSING;
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}
