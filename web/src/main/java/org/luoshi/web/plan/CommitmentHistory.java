package org.luoshi.web.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.luoshi.plan.Baseline;
import org.luoshi.plan.Baselines;
import org.luoshi.plan.CommitmentView;
import org.luoshi.plan.PlanVersion;
import org.luoshi.plan.StatusChange;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// A commitment's life in words: which status it had from when and why, and who changed what of it, approved by whom.
@Component
class CommitmentHistory {

    private final PlanDesk desk;
    private final Baselines baselines;
    private final ChangeWords words;
    private final Messages messages;

    CommitmentHistory(PlanDesk desk, Baselines baselines, ChangeWords words, Messages messages) {
        this.desk = desk;
        this.baselines = baselines;
        this.words = words;
        this.messages = messages;
    }

    /// Newest first.
    ///
    /// @param names of accounts
    List<CommitmentPage.HistoryLine> of(Plan plan, CommitmentView found, Function<String, Text> names, Shell shell) {
        PlanIndex index = desk.index(plan);
        Map<Long, PlanVersion> versions = desk.plans()
                .versionsOf(found.edits().stream().map(CommitmentView.Edit::change).collect(Collectors.toSet()));
        List<Baseline> approved = approved(shell.asOf().moment());
        CommitmentView.@Nullable Edit first = found.edits().isEmpty() ? null : found.edits().getLast();
        Stream<CommitmentPage.HistoryLine> edits = found.edits().stream()
                .filter(edit -> edit == first || !edit.what().isEmpty())
                .map(edit -> edit(edit, versions.get(edit.change()), approved, index, names, shell));
        Stream<CommitmentPage.HistoryLine> statuses = found.history().stream().map(change -> status(plan, change, shell));
        return Stream.concat(statuses, edits)
                .sorted(Comparator.comparing(CommitmentPage.HistoryLine::at).reversed())
                .toList();
    }

    private CommitmentPage.HistoryLine edit(
            CommitmentView.Edit edit,
            @Nullable PlanVersion version,
            List<Baseline> approved,
            PlanIndex index,
            Function<String, Text> names,
            Shell shell) {
        List<Text> what = edit.what().isEmpty()
                ? List.of(messages.text("history.entered"))
                : edit.what().stream().flatMap(change -> words.sentences(change, index, shell.asOf().moment()).stream()).toList();
        return new CommitmentPage.HistoryLine(
                edit.at(),
                names.apply(edit.by()),
                what,
                version == null || version.note().isEmpty() ? null : version.note(),
                version == null ? null : approval(version, approved, names, shell));
    }

    /// The first baseline that holds the version and that somebody approved.
    private Text approval(PlanVersion version, List<Baseline> approved, Function<String, Text> names, Shell shell) {
        return approved.stream()
                .filter(baseline -> baseline.version() >= version.number())
                .min(Comparator.comparingInt(Baseline::version))
                .map(baseline -> {
                    Text by = names.apply(String.valueOf(baseline.approvedBy()));
                    return new Text(
                            approved(Language.ZH, baseline, by, shell), approved(Language.EN, baseline, by, shell));
                })
                .orElseGet(() -> messages.text("history.unapproved"));
    }

    private String approved(Language language, Baseline baseline, Text by, Shell shell) {
        return messages.say(language, "history.approved", by.in(language), shell.moment(baseline.approvedAt()), baseline.name());
    }

    private List<Baseline> approved(@Nullable Instant asOf) {
        return baselines.all().stream()
                .filter(b -> b.approvedAt() != null && (asOf == null || !b.approvedAt().isAfter(asOf)))
                .toList();
    }

    private CommitmentPage.HistoryLine status(Plan plan, StatusChange change, Shell shell) {
        Text to = desk.tag(plan, change.to(), shell).title();
        Text from = change.from() == null ? null : desk.tag(plan, change.from(), shell).title();
        Text moved = from == null ? to : new Text(from.zh() + " → " + to.zh(), from.en() + " → " + to.en());
        Text what = new Text(moved.zh() + "：" + change.reason().zh(), moved.en() + ": " + change.reason().en());
        return new CommitmentPage.HistoryLine(
                change.day().atStartOfDay(shell.zone()).toInstant(), messages.text("history.computed"), List.of(what), null, null);
    }
}
