package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.NO_LAST_LEVEL;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.SLOTS_DIFFER;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_PERIOD_KIND;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_SLOT;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNREACHABLE_LEVEL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.StatusForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.ReasonSlot;
import org.luoshi.pack.StatusRule;
import org.luoshi.pack.StatusRule.Colour;
import org.luoshi.pack.StatusRule.Level;
import org.luoshi.pack.StatusRule.Status;
import org.luoshi.pack.StatusVariable;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Type;

/// One status rule.
final class StatusBinder {

    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;

    StatusBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
    }

    void bind() {
        Expressions expressions = new Expressions(world, draft);
        Map<String, Type> variables = new LinkedHashMap<>();
        for (StatusVariable variable : StatusVariable.values()) variables.put(variable.id(), variable.type());
        List<Listed<View>> declared = view.get(StatusForm.LEVELS, List.of());
        List<Level> levels = new ArrayList<>();
        @Nullable Scalar always = null;
        boolean allRead = true;
        for (Listed<View> listed : declared) {
            View level = listed.value();
            if (always != null)
                findings.report(UNREACHABLE_LEVEL.at(listed.span()).other(always.span()));
            Optional<Scalar> when = level.get(StatusForm.WHEN);
            allRead &= when.isPresent();
            if (when.isPresent() && when.get().text().strip().equals("true")) always = when.get();
            level.get(StatusForm.REASON).ifPresent(reason -> checkSlots(level, reason));
            Optional<Expr> condition = when.flatMap(w -> expressions.condition(w, variables));
            condition.ifPresent(c -> levels.add(new Level(
                    level.get(StatusForm.LEVEL, Status.UNKNOWN),
                    level.get(StatusForm.COLOUR, Colour.GREY),
                    c,
                    level.get(StatusForm.LEVEL_TITLE, Text.EMPTY),
                    level.get(StatusForm.REASON, Text.EMPTY))));
        }
        if (always == null && allRead && !declared.isEmpty()) {
            findings.report(NO_LAST_LEVEL.at(declared.getLast().value().at(StatusForm.WHEN)));
        }
        QualifiedId id = new QualifiedId(draft.id(), file.name());
        world.rules().put(id, new StatusRule(id, view.get(StatusForm.TITLE, Text.EMPTY), levels, staleAfter()));
    }

    private Map<PeriodKind, Integer> staleAfter() {
        Map<PeriodKind, Integer> days = new LinkedHashMap<>();
        view.get(StatusForm.STALE_AFTER, Map.of()).forEach((name, count) -> {
            PeriodKind kind = StatusForm.PERIODS.get(name.text());
            if (kind != null) {
                days.put(kind, count.value());
            } else {
                findings.report(UNKNOWN_PERIOD_KIND
                        .at(name.span())
                        .with("word", name.text())
                        .with(
                                "members",
                                Members.list(Arrays.stream(PeriodKind.values())
                                        .map(PeriodKind::id)
                                        .toList())));
            }
        });
        return days;
    }

    private void checkSlots(View level, Text reason) {
        List<String> known = Stream.concat(
                        Arrays.stream(ReasonSlot.values()).map(ReasonSlot::id),
                        Arrays.stream(StatusVariable.values()).map(StatusVariable::id))
                .toList();
        Set<String> zh = slots(reason.zh());
        Set<String> en = slots(reason.en());
        TreeSet<String> all = new TreeSet<>(zh);
        all.addAll(en);
        boolean fits = true;
        for (String slot : all) {
            if (known.contains(slot)) continue;
            fits = false;
            findings.report(UNKNOWN_SLOT
                    .at(level.at(StatusForm.REASON))
                    .with("slot", "{" + slot + "}")
                    .with("members", Members.of(known, slot))
                    .with("meant", Members.meant(slot, known)));
        }
        if (fits && !zh.equals(en)) {
            all.removeIf(s -> zh.contains(s) && en.contains(s));
            findings.report(SLOTS_DIFFER.at(level.at(StatusForm.REASON)).with("slots", Members.list(all)));
        }
    }

    private static Set<String> slots(String text) {
        TreeSet<String> slots = new TreeSet<>();
        Matcher matcher = SLOT.matcher(text);
        while (matcher.find()) slots.add(matcher.group(1).strip());
        return slots;
    }
}
