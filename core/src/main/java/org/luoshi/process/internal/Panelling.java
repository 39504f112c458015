package org.luoshi.process.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Accounts;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CaseRole;
import org.luoshi.pack.process.Panel;
import org.luoshi.pack.process.PanelResult;
import org.luoshi.pack.process.PanelVotes;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.CaseTask;
import org.luoshi.process.Cases;
import org.luoshi.process.EventKind;
import org.luoshi.process.PanelStand;
import org.luoshi.process.PanelStand.Member;
import org.luoshi.process.PanelStand.Standing;
import org.luoshi.process.Processes;
import org.luoshi.process.Vote;
import org.luoshi.process.internal.store.PanelStore;
import org.luoshi.register.RegisterRecord;
import org.springframework.stereotype.Component;

/// Seats panels, takes their votes and counts them. A seat is a task of its member; the case is locked for each vote, so
/// that one person has one.
@Component
public class Panelling {

    private final Mover mover;
    private final Desk desk;
    private final Acting acting;
    private final CaseAccess access;
    private final Accounts accounts;
    private final PanelStore panels;
    private final ChangeLog log;

    public Panelling(
            Mover mover,
            Desk desk,
            Acting acting,
            CaseAccess access,
            Accounts accounts,
            PanelStore panels,
            ChangeLog log) {
        this.mover = mover;
        this.desk = desk;
        this.acting = acting;
        this.access = access;
        this.accounts = accounts;
        this.panels = panels;
        this.log = log;
    }

    /// Those of a case, in order.
    public List<PanelStand> of(CaseFile file) {
        return panels.of(file.id());
    }

    /// Accounts that can be seated by a task, beside those who are.
    public List<Viewer> candidates(long taskId) {
        CaseTask task = mover.tasks.find(taskId).filter(CaseTask::open).orElse(null);
        CaseFile file = task == null ? null : mover.cases.find(task.caseId()).orElseThrow();
        if (task == null || file == null) return List.of();
        ProcessDefinition definition = mover.processes.of(file);
        Panel rule = rule(definition, task).orElse(null);
        if (rule == null || task.caseRole() == null || task.caseRole().equals(rule.members())) return List.of();
        Set<String> seated = panels.by(task).stream()
                .flatMap(panel -> panel.members().stream())
                .map(Member::account)
                .collect(Collectors.toSet());
        CaseTask seat = seat(file, task, definition, rule, "", task.openedAt());
        return accounts.enabled().stream()
                .filter(who -> !seated.contains(who.account()) && !who.account().equals(task.holder()))
                .filter(who -> access.ofItsRole(who, seat))
                .toList();
    }

    /// Call within a transaction.
    public CaseResult seat(long taskId, Collection<String> named, Viewer viewer) {
        Optional<Desk.Held> found = desk.take(taskId, viewer);
        if (found.isEmpty()) return new CaseResult.Missing();
        Desk.Held held = open(found.get());
        CaseFile file = held.file();
        ProcessDefinition definition = mover.processes.of(file);
        Panel rule = convening(held.task(), definition);
        Set<String> members = new LinkedHashSet<>(named);
        Set<String> possible = candidates(taskId).stream().map(Viewer::account).collect(Collectors.toSet());
        possible.remove(viewer.account());
        mustBe(!members.isEmpty(), "选择要加入的委员", "choose who is to be seated");
        members.stream().filter(one -> !possible.contains(one)).findFirst().ifPresent(one -> {
            throw refused(
                    "“%s”不能加入：不是这个单位的这类账号、须回避，或已在内".formatted(one),
                    "`%s` cannot be seated: no account of this role and unit, barred, or seated already".formatted(one));
        });
        Optional<PanelStand> before = panels.by(held.task());
        before.ifPresent(panel -> mustBe(panel.open(), "已经计票", "the votes are counted"));
        int free = members.size() + before.map(PanelStand::free).orElse(0);
        mustBe(
                !rule.odd() || free % 2 == 1,
                "委员须为单数，连同已在内而未回避的共 %d 人".formatted(free),
                "their number must be odd; with those seated and not recused there would be %d".formatted(free));
        Change change = change("case.panel.seat", file, held.task(), Map.of("members", String.join(",", members)), viewer);
        long panel = before.map(PanelStand::id).orElseGet(() -> panels.open(file, held.task(), change));
        for (String one : members) {
            mover.tasks.open(seat(file, held.task(), definition, rule, one, change.knownAt()));
            CaseTask seat = mover.tasks.of(file.id()).stream()
                    .filter(task -> task.open() && one.equals(task.holder()) && rule.members().equals(task.caseRole()))
                    .reduce((_, later) -> later)
                    .orElseThrow();
            panels.seat(panel, one, seat.id());
        }
        return told(file, definition, EventKind.SEATED, held.task(), null, change);
    }

    /// Call within a transaction.
    public CaseResult vote(long taskId, Vote vote, Viewer viewer) {
        Optional<Desk.Held> found = desk.take(taskId, viewer);
        if (found.isEmpty()) return new CaseResult.Missing();
        CaseTask seat = found.get().task();
        if (seat.doneAt() != null && seat.doneBy() != null) {
            return new CaseResult.TooLate(seat.doneBy(), seat.doneAt(), null);
        }
        Desk.Held held = open(found.get());
        CaseFile file = held.file();
        ProcessDefinition definition = mover.processes.of(file);
        PanelStand panel = panels.on(seat)
                .filter(PanelStand::open)
                .orElseThrow(() -> refused("这里没有表决", "there is no vote here"));
        Member member = panel.members().stream().filter(m -> m.task() == taskId).findFirst().orElseThrow();
        mustVoteHimself(panel, member, viewer);
        boolean recuses = vote == Vote.RECUSED;
        mustBe(
                !recuses || viewer.account().equals(member.account()),
                "代办人不能替别人回避",
                "a deputy cannot be recused for another");
        // the change names who voted, and nothing names the vote beside it
        Change change = change(recuses ? "case.recuse" : "case.vote", file, seat, Map.of(), viewer);
        boolean first = panels.spoken(panel.id(), member.account(), recuses ? Standing.RECUSED : Standing.VOTED, viewer.account());
        mustBe(first, "已经表决", "this vote has been cast");
        if (recuses) mover.tasks.recuse(file.id(), member.account(), change);
        else panels.cast(panel.id(), vote, panel.rule().secret() ? null : member.account());
        mover.tasks.close(seat, recuses ? null : "vote", change);
        return told(file, definition, recuses ? EventKind.RECUSED : EventKind.VOTED, seat, null, change);
    }

    /// Call within a transaction.
    public CaseResult count(long taskId, Viewer viewer) {
        Optional<Desk.Held> found = desk.take(taskId, viewer);
        if (found.isEmpty()) return new CaseResult.Missing();
        Desk.Held held = open(found.get());
        CaseFile file = held.file();
        ProcessDefinition definition = mover.processes.of(file);
        convening(held.task(), definition);
        PanelStand panel = panels.by(held.task())
                .filter(PanelStand::open)
                .orElseThrow(() -> refused("这里没有待计的票", "there is no vote here to count"));
        PanelVotes votes = panels.votes(panel);
        PanelResult.Decided decided =
                switch (panel.rule().result(votes)) {
                    case PanelResult.Decided result -> result;
                    case PanelResult.TooFew(int least, int left) ->
                        throw refused(
                                "能表决的委员 %d 人，不足 %d 人，须增补".formatted(left, least),
                                "%d members can vote, fewer than %d: seat others".formatted(left, least));
                    case PanelResult.NoQuorum(int needed, int voting) ->
                        throw refused(
                                "已投 %d 票，不足法定的 %d 票（应投 %d 票的 %s），还不能计票"
                                        .formatted(voting, needed, votes.free(), panel.rule().quorum().written()),
                                "%d votes are cast, fewer than the %d needed (%s of %d): they cannot be counted yet"
                                        .formatted(voting, needed, panel.rule().quorum().written(), votes.free()));
                };
        Text reason = reason(panel.rule(), votes, decided);
        String action = decided.passed() ? panel.rule().passes() : panel.rule().fails();
        if (action != null) {
            return acting.counted(
                    held,
                    action,
                    today -> values(panel.rule(), votes, decided, today),
                    reason,
                    change -> panels.counted(panel, votes, decided.passed(), change),
                    viewer);
        }
        Change change = change("case.panel.count", file, held.task(), Map.of(), viewer);
        Map<String, @Nullable Object> values =
                values(panel.rule(), votes, decided, LocalDate.ofInstant(change.knownAt(), Processes.ZONE));
        RegisterRecord content = mover.content(file, definition);
        mustFit(definition, values, content);
        mover.register(definition.content()).update(file.record(), values, change);
        panels.counted(panel, votes, decided.passed(), change);
        closeSeats(panel, change);
        return told(file, definition, EventKind.COUNTED, held.task(), reason.zh(), change);
    }

    private void closeSeats(PanelStand panel, Change change) {
        panel.members().stream()
                .map(Member::task)
                .flatMap(id -> mover.tasks.find(id).stream())
                .filter(CaseTask::open)
                .forEach(seat -> mover.tasks.close(seat, null, change));
    }

    private void mustFit(ProcessDefinition definition, Map<String, @Nullable Object> values, RegisterRecord before) {
        var errors = mover.register(definition.content()).check(Mover.merged(before.values(), values), before);
        if (!errors.isEmpty()) throw new NotPossible(errors);
    }

    /// One person has one vote: a deputy votes for somebody only where the rules let him, and not beside his own.
    private static void mustVoteHimself(PanelStand panel, Member member, Viewer viewer) {
        if (viewer.account().equals(member.account())) return;
        mustBe(panel.rule().deputies(), "表决须由委员本人进行", "a member votes in person");
        boolean seated = panel.members().stream().anyMatch(m -> m.account().equals(viewer.account()));
        mustBe(!seated, "代办人自己也是委员，不能再投一票", "the deputy is a member himself, and has one vote");
        boolean already = panel.members().stream()
                .anyMatch(m -> !m.account().equals(member.account()) && m.standing() == Standing.VOTED && viewer.account().equals(m.spokenBy()));
        mustBe(!already, "一人只能代一人表决", "a deputy votes for one member");
    }

    /// What the count writes into the record.
    private static Map<String, @Nullable Object> values(
            Panel rule, PanelVotes votes, PanelResult.Decided decided, LocalDate today) {
        Map<String, @Nullable Object> values = new HashMap<>();
        rule.into().forEach((count, field) -> values.put(field, switch (count) {
            case SEATED -> (long) votes.seated();
            case RECUSED -> (long) votes.recused();
            case ATTENDED -> (long) votes.voting() + votes.recused();
            case VOTING -> (long) votes.voting();
            case IN_FAVOUR -> (long) votes.inFavour();
            case AGAINST -> (long) votes.against();
            case ABSTAINED -> (long) votes.abstained();
            case RESULT -> decided.passed() ? "passed" : "failed";
            case COUNTED_ON -> today;
        }));
        return values;
    }

    /// The arithmetic, for the history of the case.
    static Text reason(Panel rule, PanelVotes votes, PanelResult.Decided decided) {
        return new Text(
                "委员 %d 人，回避 %d 人；投票 %d 人，法定 %d 人（%d 人的 %s）；同意 %d、反对 %d、弃权 %d，须同意 %d 票（投票人数的 %s）：%s"
                        .formatted(
                                votes.seated(), votes.recused(), votes.voting(), decided.quorum(), votes.free(), rule.quorum().written(),
                                votes.inFavour(), votes.against(), votes.abstained(), decided.needed(), rule.majority().written(),
                                decided.passed() ? "通过" : "未通过"),
                "%d members, %d recused; %d voted of the %d needed (%s of %d); %d in favour, %d against, %d abstained, %d in favour needed (%s of those voting): %s"
                        .formatted(
                                votes.seated(), votes.recused(), votes.voting(), decided.quorum(), rule.quorum().written(), votes.free(),
                                votes.inFavour(), votes.against(), votes.abstained(), decided.needed(), rule.majority().written(),
                                decided.passed() ? "passed" : "not passed"));
    }

    private CaseTask seat(
            CaseFile file, CaseTask convener, ProcessDefinition definition, Panel rule, String account, Instant at) {
        CaseRole role = definition.role(rule.members());
        Step step = definition.step(convener.step()).orElseThrow();
        RegisterRecord content = mover.content(file, definition);
        return new CaseTask(
                0,
                file.id(),
                step.id(),
                convener.engineTask(),
                role.id(),
                Role.valueOf(role.account().name()),
                mover.unit(role, step, definition, content),
                account,
                null,
                convener.barred(),
                at,
                null,
                null,
                null);
    }

    private static Optional<Panel> rule(ProcessDefinition definition, CaseTask task) {
        return definition.step(task.step()).flatMap(Step::voting);
    }

    private static Panel convening(CaseTask task, ProcessDefinition definition) {
        return rule(definition, task)
                .filter(panel -> !panel.members().equals(task.caseRole()) && task.addedBy() == null)
                .orElseThrow(() -> refused("这个环节没有评审组，或不由您召集", "this step has no panel, or you do not convene it"));
    }

    private static Desk.Held open(Desk.Held held) {
        mustBe(held.task().open(), "这个环节已经办过", "this step has been finished");
        Desk.mustRun(held.file());
        return held;
    }

    private Change change(String kind, CaseFile file, CaseTask task, Map<String, String> more, Viewer viewer) {
        Map<String, String> details = new HashMap<>(more);
        details.put("task", String.valueOf(task.id()));
        return log.open(new ChangeRequest(viewer.account(), kind, "case/" + file.number(), details));
    }

    private CaseResult told(
            CaseFile file, ProcessDefinition definition, EventKind kind, CaseTask task, @Nullable String reason, Change change) {
        mover.cases.append(file, kind, task.step(), null, reason, change);
        ClockMoves moves = mover.clocks(file.id(), definition, change.knownAt());
        return new CaseResult.Done(
                mover.settle(file, definition, CaseState.RUNNING, null, mover.content(file, definition), moves, change), change);
    }

    private static void mustBe(boolean so, String zh, String en) {
        if (!so) throw refused(zh, en);
    }

    private static NotPossible refused(String zh, String en) {
        return new NotPossible(Cases.PANEL, new Text(zh, en));
    }
}
