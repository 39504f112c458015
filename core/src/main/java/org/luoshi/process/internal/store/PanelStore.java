package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CASE_BALLOT;
import static org.luoshi.tables.Tables.CASE_PANEL;
import static org.luoshi.tables.Tables.CASE_PANEL_MEMBER;
import static org.luoshi.tables.Tables.PROCESS_TASK;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.pack.process.Panel;
import org.luoshi.pack.process.PanelResult;
import org.luoshi.pack.process.PanelVotes;
import org.luoshi.pack.process.Step;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseTask;
import org.luoshi.process.PanelStand;
import org.luoshi.process.PanelStand.Standing;
import org.luoshi.process.Processes;
import org.luoshi.process.Vote;
import org.luoshi.tables.tables.records.CasePanelMemberRecord;
import org.luoshi.tables.tables.records.CasePanelRecord;
import org.springframework.stereotype.Component;

/// Panels, who sits on them, and their votes. What a vote was is read in one place: by [#votes].
@Component
public class PanelStore {

    private final DSLContext database;
    private final Processes processes;

    public PanelStore(DSLContext database, Processes processes) {
        this.database = database;
        this.processes = processes;
    }

    /// Those of a case, in order.
    public List<PanelStand> of(long caseId) {
        return read(CASE_PANEL.CASE_ID.eq(caseId));
    }

    /// The panel of a convener's task.
    public Optional<PanelStand> by(CaseTask task) {
        return read(CASE_PANEL.TASK.eq(task.id())).stream().findFirst();
    }

    /// The panel on which somebody votes by a task.
    public Optional<PanelStand> on(CaseTask seat) {
        return read(CASE_PANEL.ID.in(database.select(CASE_PANEL_MEMBER.PANEL)
                        .from(CASE_PANEL_MEMBER)
                        .where(CASE_PANEL_MEMBER.TASK.eq(seat.id()))))
                .stream()
                .findFirst();
    }

    /// @return its id
    public long open(CaseFile file, CaseTask task, Change change) {
        CasePanelRecord row = database.newRecord(CASE_PANEL);
        row.setCaseId(file.id());
        row.setTask(task.id());
        row.setVersion(file.version());
        row.setStep(task.step());
        row.setSeatedAt(change.knownAt());
        row.setChange(change.number());
        row.store();
        return row.getId();
    }

    public void seat(long panel, String account, long task) {
        CasePanelMemberRecord row = database.newRecord(CASE_PANEL_MEMBER);
        row.setPanel(panel);
        row.setAccount(account);
        row.setTask(task);
        row.setStanding(id(Standing.SEATED));
        row.insert();
    }

    /// Notes that a member has voted, or will not.
    ///
    /// @param by the member, or his deputy
    /// @return whether he had not yet
    public boolean spoken(long panel, String account, Standing standing, String by) {
        return database.update(CASE_PANEL_MEMBER)
                        .set(CASE_PANEL_MEMBER.STANDING, id(standing))
                        .set(CASE_PANEL_MEMBER.SPOKEN_BY, by)
                        .where(
                                CASE_PANEL_MEMBER.PANEL.eq(panel),
                                CASE_PANEL_MEMBER.ACCOUNT.eq(account),
                                CASE_PANEL_MEMBER.STANDING.eq(id(Standing.SEATED)))
                        .execute()
                == 1;
    }

    /// @param account null where the vote is secret
    public void cast(long panel, Vote vote, @Nullable String account) {
        database.insertInto(CASE_BALLOT)
                .set(CASE_BALLOT.PANEL, panel)
                .set(CASE_BALLOT.BALLOT, UUID.randomUUID())
                .set(CASE_BALLOT.VOTE, vote.id())
                .set(CASE_BALLOT.ACCOUNT, account)
                .execute();
    }

    /// Opens the urn. For the count alone.
    public PanelVotes votes(PanelStand panel) {
        Map<Vote, Integer> votes = new EnumMap<>(Vote.class);
        database.select(CASE_BALLOT.VOTE)
                .from(CASE_BALLOT)
                .where(CASE_BALLOT.PANEL.eq(panel.id()))
                .forEach(row -> votes.merge(Vote.find(row.value1()).orElseThrow(), 1, Integer::sum));
        return new PanelVotes(
                panel.members().size(),
                (int) panel.of(Standing.RECUSED),
                votes.getOrDefault(Vote.IN_FAVOUR, 0),
                votes.getOrDefault(Vote.AGAINST, 0),
                votes.getOrDefault(Vote.ABSTAINED, 0));
    }

    public void counted(PanelStand panel, PanelVotes votes, boolean passed, Change change) {
        database.update(CASE_PANEL)
                .set(CASE_PANEL.COUNTED_AT, change.knownAt())
                .set(CASE_PANEL.RECUSED, votes.recused())
                .set(CASE_PANEL.IN_FAVOUR, votes.inFavour())
                .set(CASE_PANEL.AGAINST, votes.against())
                .set(CASE_PANEL.ABSTAINED, votes.abstained())
                .set(CASE_PANEL.PASSED, passed)
                .where(CASE_PANEL.ID.eq(panel.id()))
                .execute();
    }

    private List<PanelStand> read(Condition which) {
        return database.select(CASE_PANEL, PROCESS_TASK.DONE_AT)
                .from(CASE_PANEL)
                .join(PROCESS_TASK)
                .on(PROCESS_TASK.ID.eq(CASE_PANEL.TASK))
                .where(which)
                .orderBy(CASE_PANEL.ID)
                .fetch(row -> stand(row.value1(), row.value2() == null));
    }

    private PanelStand stand(CasePanelRecord row, boolean taskOpen) {
        Panel rule = processes.version(row.getVersion()).step(row.getStep()).flatMap(Step::voting).orElseThrow();
        boolean counted = row.getCountedAt() != null;
        Map<String, Vote> named = counted && !rule.secret() ? named(row.getId()) : Map.of();
        List<PanelStand.Member> members = database.selectFrom(CASE_PANEL_MEMBER)
                .where(CASE_PANEL_MEMBER.PANEL.eq(row.getId()))
                .orderBy(CASE_PANEL_MEMBER.ACCOUNT)
                .fetch(m -> new PanelStand.Member(
                        m.getAccount(),
                        m.getTask(),
                        Standing.valueOf(m.getStanding().toUpperCase(Locale.ROOT)),
                        m.getSpokenBy(),
                        named.get(m.getAccount())));
        return new PanelStand(
                row.getId(),
                row.getTask(),
                row.getStep(),
                rule,
                taskOpen && !counted,
                row.getSeatedAt(),
                members,
                counted ? Optional.of(count(row, rule, members.size())) : Optional.empty());
    }

    private static PanelStand.Counted count(CasePanelRecord row, Panel rule, int seated) {
        PanelVotes votes =
                new PanelVotes(seated, row.getRecused(), row.getInFavour(), row.getAgainst(), row.getAbstained());
        return new PanelStand.Counted(
                Objects.requireNonNull(row.getCountedAt()),
                votes,
                new PanelResult.Decided(row.getPassed(), rule.quorum().of(votes.free()), rule.majority().of(votes.voting())));
    }

    private Map<String, Vote> named(long panel) {
        Map<String, Vote> named = new HashMap<>();
        database.selectFrom(CASE_BALLOT)
                .where(CASE_BALLOT.PANEL.eq(panel), CASE_BALLOT.ACCOUNT.isNotNull())
                .forEach(row -> named.put(row.getAccount(), Vote.find(row.getVote()).orElseThrow()));
        return named;
    }

    private static String id(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
