package org.luoshi.web.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.Panel;
import org.luoshi.pack.process.PanelVotes;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CasePanels;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.process.PanelStand;
import org.luoshi.process.PanelStand.Standing;
import org.luoshi.process.Vote;
import org.luoshi.register.FieldError;
import org.luoshi.web.shell.Messages;
import org.springframework.stereotype.Component;

/// Panels of a case, in words, with what the viewer can do about them.
@Component
class PanelDesk {

    private final CasePanels panels;
    private final Messages messages;

    PanelDesk(CasePanels panels, Messages messages) {
        this.panels = panels;
        this.messages = messages;
    }

    /// @param path of the case's page
    /// @param staff whether the page is for staff
    /// @param errors of what was sent
    List<PanelView> of(CaseView view, String path, boolean staff, List<FieldError> errors) {
        List<PanelView> shown = new ArrayList<>();
        List<PanelStand> stands = panels.of(view);
        boolean runs = view.file().state() == CaseState.RUNNING;
        Optional<CaseTask> mine = view.mine().filter(_ -> runs && staff);
        Text error = errors.stream()
                .filter(e -> Cases.PANEL.equals(e.field()))
                .map(FieldError::text)
                .findFirst()
                .orElse(null);
        for (PanelStand stand : stands) {
            boolean convenes = stand.open() && mine.filter(task -> task.id() == stand.task()).isPresent();
            Text wrong = stand.open() ? error : null;
            PanelView.Seating seating = convenes ? seating(path, stand.task(), stand.members().isEmpty()) : null;
            shown.add(view(view, stand, staff, seating, voting(path, stand, mine), wrong));
        }
        mine.filter(task -> stands.stream().noneMatch(stand -> stand.task() == task.id()))
                .flatMap(task -> unseated(view, path, task, error))
                .ifPresent(shown::add);
        return shown;
    }

    /// A step at which a panel is to be seated.
    private Optional<PanelView> unseated(CaseView view, String path, CaseTask task, @Nullable Text error) {
        Step step = view.definition().step(task.step()).orElseThrow();
        return step.voting()
                .filter(rule -> !rule.members().equals(task.caseRole()) && task.addedBy() == null)
                .map(rule -> new PanelView(
                        step.title(), rules(rule), List.of(messages.text("panel.nobody-seated")), null, "grey", List.of(),
                        seating(path, task.id(), true), null, error));
    }

    private PanelView view(
            CaseView view,
            PanelStand stand,
            boolean staff,
            PanelView.@Nullable Seating seating,
            PanelView.@Nullable Voting voting,
            @Nullable Text error) {
        Text step = view.definition().step(stand.step()).map(Step::title).orElse(Text.same(stand.step()));
        List<PanelView.Member> members = staff
                ? stand.members().stream().map(this::member).toList()
                : List.of();
        PanelStand.Counted count = stand.count().orElse(null);
        Text result = count == null ? null : messages.text(count.result().passed() ? "panel.passed" : "panel.failed");
        String tone = count == null ? "grey" : count.result().passed() ? "green" : "red";
        return new PanelView(step, rules(stand.rule()), lines(stand, count), result, tone, members, seating, voting, error);
    }

    private Text rules(Panel rule) {
        Text words = messages.text(
                "panel.rules", rule.least(), rule.quorum().written(), rule.majority().written());
        Text secrecy = messages.text(rule.secret() ? "panel.secret" : "panel.named");
        Text deputies = messages.text(rule.deputies() ? "panel.deputies" : "panel.in-person");
        return new Text(words.zh() + secrecy.zh() + deputies.zh(), words.en() + " " + secrecy.en() + " " + deputies.en());
    }

    private List<Text> lines(PanelStand stand, PanelStand.@Nullable Counted count) {
        if (count == null) {
            Text seated = messages.text(
                    "panel.standing",
                    stand.members().size(),
                    stand.of(Standing.RECUSED),
                    stand.of(Standing.VOTED),
                    stand.rule().quorum().of(Math.max(0, stand.free())));
            return stand.open() ? List.of(seated, messages.text("panel.sealed")) : List.of(seated, messages.text("panel.dissolved"));
        }
        PanelVotes votes = count.votes();
        return List.of(
                messages.text("panel.members", votes.seated(), votes.recused(), votes.free()),
                messages.text("panel.quorum", votes.voting(), count.result().quorum(), votes.free(), stand.rule().quorum().written()),
                messages.text("panel.votes", votes.inFavour(), votes.against(), votes.abstained()),
                messages.text("panel.majority", votes.inFavour(), count.result().needed(), votes.voting(), stand.rule().majority().written()));
    }

    private PanelView.Member member(PanelStand.Member member) {
        Text standing = messages.text("panel.standing." + member.standing().name().toLowerCase(Locale.ROOT));
        Vote vote = member.vote();
        return new PanelView.Member(
                member.account(), standing, vote == null ? Text.EMPTY : messages.text("panel.vote." + vote.id()));
    }

    private PanelView.Seating seating(String path, long task, boolean empty) {
        String at = path + "/tasks/" + task + "/panel/";
        return new PanelView.Seating(
                at + "seat",
                panels.candidates(task).stream().map(who -> new PanelView.Candidate(who.account(), who.name())).toList(),
                empty ? null : at + "count");
    }

    private PanelView.@Nullable Voting voting(String path, PanelStand stand, Optional<CaseTask> mine) {
        return mine.filter(_ -> stand.open())
                .filter(task -> stand.members().stream().anyMatch(member -> member.task() == task.id()))
                .map(task -> new PanelView.Voting(
                        path + "/tasks/" + task.id() + "/panel/vote",
                        messages.text(stand.rule().secret() ? "panel.secret" : "panel.named"),
                        Arrays.stream(Vote.values())
                                .map(vote -> new PanelView.Option(vote.id(), messages.text("panel.vote." + vote.id())))
                                .toList()))
                .orElse(null);
    }
}
