package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.ClockForm.APPROVER;
import static org.luoshi.compiler.internal.form.ClockForm.APPROVER_TITLE;
import static org.luoshi.compiler.internal.form.ClockForm.ARTICLE;
import static org.luoshi.compiler.internal.form.ClockForm.CAUSES;
import static org.luoshi.compiler.internal.form.ClockForm.CAUSE_TITLE;
import static org.luoshi.compiler.internal.form.ClockForm.COUNT;
import static org.luoshi.compiler.internal.form.ClockForm.DAYS;
import static org.luoshi.compiler.internal.form.ClockForm.EXTENSION;
import static org.luoshi.compiler.internal.form.ClockForm.FIRST_DAY;
import static org.luoshi.compiler.internal.form.ClockForm.FIRST_DAY_ARTICLE;
import static org.luoshi.compiler.internal.form.ClockForm.FROM;
import static org.luoshi.compiler.internal.form.ClockForm.HOLDER;
import static org.luoshi.compiler.internal.form.ClockForm.LAST_DAY;
import static org.luoshi.compiler.internal.form.ClockForm.LAST_DAY_ARTICLE;
import static org.luoshi.compiler.internal.form.ClockForm.LAW;
import static org.luoshi.compiler.internal.form.ClockForm.LEGAL;
import static org.luoshi.compiler.internal.form.ClockForm.LEVELS;
import static org.luoshi.compiler.internal.form.ClockForm.LEVEL_DAYS;
import static org.luoshi.compiler.internal.form.ClockForm.LEVEL_OF;
import static org.luoshi.compiler.internal.form.ClockForm.LEVEL_TITLE;
import static org.luoshi.compiler.internal.form.ClockForm.MOST;
import static org.luoshi.compiler.internal.form.ClockForm.NOTICE;
import static org.luoshi.compiler.internal.form.ClockForm.SIDE;
import static org.luoshi.compiler.internal.form.ClockForm.TERMS;
import static org.luoshi.compiler.internal.form.ClockForm.TITLE;
import static org.luoshi.compiler.internal.form.ClockForm.TO;
import static org.luoshi.compiler.internal.form.ClockForm.VERIFIED;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.TERMS_END_EARLY;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.TERMS_OVERLAP;
import static org.luoshi.compiler.internal.mistake.WayMistakes.TERMS_GAP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.clock.Cited;
import org.luoshi.kernel.clock.ClockHolder;
import org.luoshi.kernel.clock.ClockTerms;
import org.luoshi.kernel.clock.DayCount;
import org.luoshi.kernel.clock.DueLevel;
import org.luoshi.kernel.clock.ExtensionRule;
import org.luoshi.kernel.clock.FirstDay;
import org.luoshi.kernel.clock.LastDay;
import org.luoshi.kernel.clock.LegalBasis;
import org.luoshi.kernel.clock.Limit;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.clock.SuspensionCause;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Validity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.AccountRole;

/// One legal clock.
final class ClockBinder {

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;

    ClockBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
    }

    void bind() {
        Map<View, Validity> times = new LinkedHashMap<>();
        for (Listed<View> listed : view.get(TERMS, List.of())) {
            View written = listed.value();
            inForce(written).filter(time -> isFree(time, written, times)).ifPresent(time -> times.put(written, time));
        }
        checkGaps(times);
        List<ClockTerms> terms = new ArrayList<>();
        times.forEach((written, time) -> terms(written, time).ifPresent(terms::add));
        world.clocks()
                .put(
                        new QualifiedId(draft.id(), file.name()),
                        new World.BoundClock(
                                view.get(TITLE, Text.EMPTY), view.get(HOLDER, ClockHolder.AGENCY), terms, view, file));
    }

    /// A day without terms between others is a day on which nothing can start.
    private void checkGaps(Map<View, Validity> times) {
        List<Map.Entry<View, Validity>> inOrder = times.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().from()))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            @Nullable LocalDate to = inOrder.get(i - 1).getValue().to();
            LocalDate from = inOrder.get(i).getValue().from();
            if (to == null || !to.isBefore(from)) continue;
            findings.report(TERMS_GAP
                    .at(inOrder.get(i).getKey().at(FROM))
                    .with("to", to)
                    .with("from", from)
                    .other(inOrder.get(i - 1).getKey().at(TO)));
        }
    }

    private boolean isFree(Validity time, View written, Map<View, Validity> taken) {
        Optional<View> other = taken.entrySet().stream()
                .filter(entry -> entry.getValue().overlaps(time))
                .map(Map.Entry::getKey)
                .findFirst();
        other.ifPresent(o -> findings.report(TERMS_OVERLAP.at(written.at(FROM)).other(o.at(FROM))));
        return other.isEmpty();
    }

    private Optional<Validity> inForce(View terms) {
        Optional<LocalDate> from = terms.get(FROM);
        if (from.isEmpty() || terms.broken(TO)) return Optional.empty();
        @Nullable LocalDate to = terms.get(TO).orElse(null);
        if (to != null && !to.isAfter(from.get())) {
            findings.report(TERMS_END_EARLY
                    .at(terms.at(TO))
                    .with("from", from.get())
                    .with("to", to)
                    .other(terms.at(FROM)));
            return Optional.empty();
        }
        return Optional.of(new Validity(from.get(), to));
    }

    private static Optional<ClockTerms> terms(View terms, Validity time) {
        Optional<View> legal = terms.get(LEGAL).filter(View::whole);
        if (legal.isEmpty() || terms.get(LAW).isEmpty()) return Optional.empty();
        Text article = legal.get().get(ARTICLE, Text.EMPTY);
        Limit limit = new Limit(legal.get().get(DAYS, 1), legal.get().get(COUNT, DayCount.WORKING));
        return Optional.of(new ClockTerms(
                time,
                new Cited<>(limit, basis(terms, article)),
                null,
                new Cited<>(terms.get(FIRST_DAY, FirstDay.NOT_COUNTED), basis(terms, terms.get(FIRST_DAY_ARTICLE, article))),
                new Cited<>(
                        terms.get(LAST_DAY, LastDay.MOVES_TO_WORKING_DAY),
                        basis(terms, terms.get(LAST_DAY_ARTICLE, article))),
                null,
                terms.get(EXTENSION)
                        .map(e -> new Cited<>(extension(e), basis(terms, e.get(ARTICLE, Text.EMPTY))))
                        .orElse(null),
                causes(terms),
                levels(terms)));
    }

    private static ExtensionRule extension(View extension) {
        return new ExtensionRule(
                extension.get(MOST, 1),
                extension.get(APPROVER, AccountRole.MANAGER).id(),
                extension.get(APPROVER_TITLE, Text.EMPTY));
    }

    private static List<SuspensionCause> causes(View terms) {
        List<SuspensionCause> causes = new ArrayList<>();
        Map<Scalar, Listed<View>> declared = terms.get(CAUSES, Map.of());
        declared.forEach((id, cause) -> causes.add(new SuspensionCause(
                id.text(),
                cause.value().get(CAUSE_TITLE, Text.EMPTY),
                cause.value().get(NOTICE, SuspensionCause.NoticeDuty.WRITTEN),
                basis(terms, cause.value().get(ARTICLE, Text.EMPTY)))));
        return causes;
    }

    private static List<DueLevel> levels(View terms) {
        List<DueLevel> levels = new ArrayList<>();
        Map<Scalar, Listed<View>> declared = terms.get(LEVELS, Map.of());
        declared.forEach((id, level) -> {
            DueLevel.Side side = level.value().get(SIDE, DueLevel.Side.LEFT);
            int days = level.value().get(LEVEL_DAYS, 0);
            levels.add(new DueLevel(
                    id.text(),
                    level.value().get(LEVEL_TITLE, Text.EMPTY),
                    level.value().get(LEVEL_OF, LimitKind.LEGAL),
                    side,
                    side == DueLevel.Side.PAST ? Math.max(1, days) : days));
        });
        return levels;
    }

    private static LegalBasis basis(View terms, Text article) {
        return new LegalBasis(terms.get(LAW, Text.EMPTY), article, terms.get(VERIFIED, false));
    }
}
