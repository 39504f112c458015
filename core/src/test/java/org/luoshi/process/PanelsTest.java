package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luoshi.process.Hall.done;
import static org.luoshi.tables.Tables.ACCOUNT;
import static org.luoshi.tables.Tables.ACCOUNT_GRANT;
import static org.luoshi.tables.Tables.CASE_BALLOT;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.process.PanelStand.Standing;

/// Panels vote: sealed until counted, one vote a person, by the arithmetic that the pack declares.
class PanelsTest {

    private static final QualifiedId VOTE = new QualifiedId("votes", "vote");

    private final Hall hall =
            new Hall("2025-03-03T09:00", Hall.compiledWith(Path.of("src", "test", "resources", "packs", "votes")));
    private final CasePanels panels = hall.context.get(CasePanels.class);
    private final List<Viewer> members = IntStream.rangeClosed(1, 7).mapToObj(PanelsTest::expert).toList();

    private static Viewer expert(int number) {
        String account = "expert" + number;
        return new Viewer(account, Text.same(account), List.of(new Grant(Role.EXPERT, "ecology_bureau")));
    }

    @BeforeEach
    void accounts() {
        hall.context.transaction().executeWithoutResult(_ -> members.forEach(one -> {
            hall.context.sql()
                    .insertInto(ACCOUNT)
                    .set(ACCOUNT.ID, one.account())
                    .set(ACCOUNT.ZH, one.account())
                    .set(ACCOUNT.EN, one.account())
                    .set(ACCOUNT.PASSWORD_HASH, "")
                    .set(ACCOUNT.CREATED_AT, hall.clock.instant())
                    .execute();
            hall.context.sql()
                    .insertInto(ACCOUNT_GRANT)
                    .set(ACCOUNT_GRANT.ACCOUNT, one.account())
                    .set(ACCOUNT_GRANT.ROLE, Role.EXPERT.name())
                    .set(ACCOUNT_GRANT.UNIT, "ecology_bureau")
                    .execute();
        }));
    }

    @AfterEach
    void close() {
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
        hall.close();
    }

    private CaseFile applied() {
        return done(hall.cases.apply(VOTE, Map.of("title", "合成申报", "district", "chenghua"), hall.enterprise));
    }

    /// A case at its vote, with so many members seated.
    private CaseFile seated(int number) {
        CaseFile file = done(hall.act(applied(), "go_on", Map.of(), hall.clerk));
        done(panels.seat(hall.task(file, hall.officer), accounts(0, number), hall.officer));
        return file;
    }

    private List<String> accounts(int from, int to) {
        return members.subList(from, to).stream().map(Viewer::account).toList();
    }

    private CaseResult vote(CaseFile file, int member, Vote vote) {
        Viewer viewer = members.get(member - 1);
        return panels.vote(hall.task(file, viewer), vote, viewer);
    }

    private CaseResult count(CaseFile file) {
        return panels.count(hall.task(file, hall.officer), hall.officer);
    }

    private PanelStand panel(CaseFile file) {
        return panels.of(hall.view(file)).getLast();
    }

    private @Nullable Object value(CaseFile file, String field) {
        return hall.view(file).content().value(field);
    }

    private static String words(CaseResult result) {
        assertThat(result).isInstanceOf(CaseResult.Refused.class);
        return ((CaseResult.Refused) result).errors().getFirst().text().en();
    }

    @Test
    void aMajorityOfThoseVotingPassesAndTheRecordKeepsTheCounts() {
        CaseFile file = seated(7);
        for (int member : new int[] {1, 2, 3, 4}) done(vote(file, member, Vote.IN_FAVOUR));
        done(vote(file, 5, Vote.AGAINST));
        done(vote(file, 6, Vote.ABSTAINED));
        CaseFile over = done(count(file));
        assertThat(over.outcome()).isEqualTo("passed");
        assertThat(value(file, "seated")).isEqualTo(7L);
        assertThat(value(file, "voting")).isEqualTo(6L);
        assertThat(value(file, "votes_for")).isEqualTo(4L);
        assertThat(value(file, "votes_against")).isEqualTo(1L);
        assertThat(value(file, "abstained")).isEqualTo(1L);
        assertThat(value(file, "result")).isEqualTo("passed");
        assertThat(value(file, "counted_on")).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(hall.view(file).events())
                .filteredOn(event -> "pass".equals(event.action()))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).contains("投票 6 人，法定 5 人（7 人的 2/3）", "须同意 4 票"));
        assertThat(panel(file).count().orElseThrow().result().passed()).isTrue();
    }

    @Test
    void anAbstentionIsAVoteAndNotOneInFavour() {
        CaseFile file = seated(5);
        for (int member : new int[] {1, 2, 3}) done(vote(file, member, Vote.IN_FAVOUR));
        for (int member : new int[] {4, 5}) done(vote(file, member, Vote.ABSTAINED));
        // 3 of 5 is less than two thirds
        assertThat(done(count(file)).outcome()).isEqualTo("failed");
        assertThat(value(file, "result")).isEqualTo("failed");
    }

    @Test
    void withoutAQuorumNothingIsCountedAndARecusalLowersIt() {
        CaseFile file = seated(7);
        for (int member : new int[] {1, 2, 3, 4}) done(vote(file, member, Vote.IN_FAVOUR));
        assertThat(words(count(file))).contains("4 votes are cast, fewer than the 5 needed (2/3 of 7)");
        done(vote(file, 7, Vote.RECUSED));
        assertThat(panel(file).free()).isEqualTo(6);
        assertThat(done(count(file)).outcome()).isEqualTo("passed");
        assertThat(value(file, "recused")).isEqualTo(1L);
        assertThat(hall.context.get(Tasks.class).open(members.get(6), 10)).isEmpty();
    }

    @Test
    void tooFewWhoMayVoteDecideNothingUntilOthersAreSeated() {
        CaseFile file = seated(3);
        done(vote(file, 3, Vote.RECUSED));
        for (int member : new int[] {1, 2}) done(vote(file, member, Vote.IN_FAVOUR));
        assertThat(words(count(file))).contains("2 members can vote, fewer than 3");
        assertThat(words(panels.seat(hall.task(file, hall.officer), accounts(3, 5), hall.officer))).contains("must be odd");
        assertThat(words(panels.seat(hall.task(file, hall.officer), accounts(2, 3), hall.officer))).contains("cannot be seated");
        done(panels.seat(hall.task(file, hall.officer), accounts(3, 4), hall.officer));
        done(vote(file, 4, Vote.AGAINST));
        assertThat(done(count(file)).outcome()).isEqualTo("passed");
    }

    @Test
    void nobodySeesAVoteBeforeTheCountAndOfASecretOneNeverWhoseItIs() {
        CaseFile file = seated(3);
        done(vote(file, 1, Vote.AGAINST));
        PanelStand sealed = panel(file);
        assertThat(sealed.count()).isEmpty();
        assertThat(sealed.members()).allMatch(member -> member.vote() == null);
        assertThat(sealed.of(Standing.VOTED)).isOne();
        for (int member : new int[] {2, 3}) done(vote(file, member, Vote.IN_FAVOUR));
        done(count(file));
        assertThat(panel(file).members()).allMatch(member -> member.vote() == null);
        assertThat(hall.context.sql().selectFrom(CASE_BALLOT).fetch(CASE_BALLOT.ACCOUNT)).containsOnlyNulls();
        // what happened to the case and what is in the audit log name who voted, and no vote
        assertThat(hall.view(file).events())
                .filteredOn(event -> event.kind() == EventKind.VOTED)
                .hasSize(3)
                .allMatch(event -> event.reason() == null && event.action() == null);
    }

    @Test
    void aMemberHasOneVoteHoweverOftenItIsSent() throws Exception {
        CaseFile file = seated(3);
        long task = hall.task(file, members.get(0));
        List<CaseResult> results = atOnce(8, () -> panels.vote(task, Vote.IN_FAVOUR, members.get(0)));
        assertThat(results).filteredOn(CaseResult.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(result -> !(result instanceof CaseResult.Done)).hasSize(7);
        assertThat(hall.context.sql().fetchCount(CASE_BALLOT)).isOne();
    }

    @Test
    void membersWhoVoteAtOnceAreAllCountedAndTheCountIsOne() throws Exception {
        CaseFile file = seated(7);
        List<Callable<CaseResult>> votes = new ArrayList<>();
        for (int member = 1; member <= 7; member++) {
            Viewer viewer = members.get(member - 1);
            long task = hall.task(file, viewer);
            Vote vote = member <= 5 ? Vote.IN_FAVOUR : Vote.AGAINST;
            votes.add(() -> panels.vote(task, vote, viewer));
        }
        assertThat(atOnce(votes)).allMatch(CaseResult.Done.class::isInstance);
        long chair = hall.task(file, hall.officer);
        List<CaseResult> counts = atOnce(4, () -> panels.count(chair, hall.officer));
        assertThat(counts).filteredOn(CaseResult.Done.class::isInstance).hasSize(1);
        assertThat(value(file, "votes_for")).isEqualTo(5L);
        assertThat(value(file, "votes_against")).isEqualTo(2L);
    }

    @Test
    void votesDecideAndNobodyElse() {
        CaseFile file = seated(3);
        assertThat(words(hall.act(file, "pass", Map.of(), hall.officer))).contains("comes of the panel's votes");
        Viewer member = members.get(0);
        assertThat(words(hall.act(file, "put_off", Map.of(), member))).contains("votes on the panel");
        assertThat(hall.operations.transfer(hall.task(file, member), "expert5", "", member)).isInstanceOf(CaseResult.Refused.class);
        assertThat(panels.count(hall.task(file, member), member)).isInstanceOf(CaseResult.Refused.class);
        assertThat(panels.vote(hall.task(file, hall.officer), Vote.IN_FAVOUR, hall.officer)).isInstanceOf(CaseResult.Refused.class);
        assertThat(panels.vote(hall.task(file, member), Vote.IN_FAVOUR, members.get(4))).isInstanceOf(CaseResult.Missing.class);
    }

    @Test
    void whatIsPutOffEndsThePanelUncounted() {
        CaseFile file = seated(3);
        done(vote(file, 1, Vote.IN_FAVOUR));
        done(hall.act(file, "put_off", Map.of(), "改期", hall.officer));
        assertThat(panel(file).open()).isFalse();
        assertThat(hall.tasks.open(members.get(1), 10)).isEmpty();
        assertThat(count(file)).isInstanceOf(CaseResult.Refused.class);
        done(panels.seat(hall.task(file, hall.officer), accounts(0, 3), hall.officer));
        assertThat(panels.of(hall.view(file))).hasSize(2);
        assertThat(panel(file).of(Standing.VOTED)).isZero();
    }

    @Test
    void adviceIsCountedByNameAndFinishesNothing() {
        CaseFile file = applied();
        done(panels.seat(hall.task(file, hall.clerk), accounts(0, 2), hall.clerk));
        done(vote(file, 1, Vote.IN_FAVOUR));
        done(vote(file, 2, Vote.IN_FAVOUR));
        CaseFile open = done(panels.count(hall.task(file, hall.clerk), hall.clerk));
        assertThat(open.state()).isEqualTo(CaseState.RUNNING);
        assertThat(value(file, "advice")).isEqualTo("passed");
        assertThat(panel(file).members()).extracting(PanelStand.Member::vote).containsOnly(Vote.IN_FAVOUR);
        done(hall.act(file, "go_on", Map.of(), hall.clerk));
        assertThat(hall.view(file).at()).containsExactly("vote");
    }

    @Test
    void aDeputyVotesOnlyWhereTheRulesLetHimAndNeverTwice() {
        for (int i = 0; i < 2; i++) {
            assertThat(hall.context.get(Deputies.class)
                            .name("expert6", LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 31), members.get(i)))
                    .isEmpty();
        }
        CaseFile file = applied();
        done(panels.seat(hall.task(file, hall.clerk), accounts(0, 3), hall.clerk));
        Viewer deputy = members.get(5);
        long first = seat(file, "expert1");
        long second = seat(file, "expert2");
        assertThat(words(panels.vote(first, Vote.RECUSED, deputy))).contains("cannot be recused for another");
        done(panels.vote(first, Vote.AGAINST, deputy));
        assertThat(words(panels.vote(second, Vote.AGAINST, deputy))).contains("votes for one member");
        done(hall.act(file, "go_on", Map.of(), hall.clerk));
        done(panels.seat(hall.task(file, hall.officer), accounts(0, 3), hall.officer));
        assertThat(words(panels.vote(seat(file, "expert1"), Vote.AGAINST, deputy))).contains("in person");
    }

    private long seat(CaseFile file, String account) {
        return panel(file).members().stream()
                .filter(member -> member.account().equals(account))
                .findFirst()
                .orElseThrow()
                .task();
    }

    private static List<CaseResult> atOnce(int times, Callable<CaseResult> work) throws Exception {
        return atOnce(Collections.nCopies(times, work));
    }

    private static List<CaseResult> atOnce(List<Callable<CaseResult>> work) throws Exception {
        CountDownLatch ready = new CountDownLatch(work.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<CaseResult>> running = new ArrayList<>();
            for (Callable<CaseResult> one : work) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return one.call();
                }));
            }
            List<CaseResult> results = new ArrayList<>();
            for (Future<CaseResult> one : running) results.add(one.get());
            return results;
        }
    }
}
