package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.clock.ClockState;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.FieldError;
import org.luoshi.register.RegisterRecord;

class OperationsTest {

    private final Hall hall = new Hall("2025-03-03T09:00");

    @AfterEach
    void close() {
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
        hall.close();
    }

    @Test
    void aSuspendedClockStandsStillWithItsNoticeAndStepsWait() {
        CaseFile file = accepted();
        hall.clock.day("2025-03-10");
        WrittenNotice notice =
                new WrittenNotice("告 1 号", LocalDate.of(2025, 3, 10), LocalDate.of(2025, 3, 20));
        CaseFile suspended = Hall.done(hall.operations.suspend(
                hall.task(file, hall.officer), "handling", "expert_review", notice, "请专家评审", hall.officer));
        assertThat(suspended.state()).isEqualTo(CaseState.SUSPENDED);
        assertThat(errors(hall.act(file, "reply", Map.of("answer", "答复"), hall.officer)))
                .singleElement()
                .satisfies(e -> assertThat(e.text().zh()).contains("中止"));
        hall.clock.day("2025-03-20");
        Hall.done(hall.operations.resume(hall.task(file, hall.officer), "handling", "评审意见 1 号", hall.officer));
        // 20 days after 3 March end on 31 March; the 8 working days from 11 to 20 March do not count,
        // and 4 April is a holiday: 11 April is the 20th
        assertThat(due(file, "handling")).isEqualTo(LocalDate.of(2025, 4, 11));
        RegisterRecord row = hall.registers
                .entrusted(new QualifiedId("enterprise_requests", "handling_case"))
                .find(file.row(), null)
                .orElseThrow();
        assertThat(row.value("handling_suspended_expert_review")).isEqualTo(10L);
        assertThat(row.value("handling_suspended_hearing")).isEqualTo(0L);
    }

    @Test
    void aSuspensionWithoutTheNoticeThatTheLawWantsIsRefused() {
        CaseFile file = accepted();
        CaseResult result = hall.operations.suspend(
                hall.task(file, hall.officer), "handling", "expert_review", null, "评审", hall.officer);
        assertThat(errors(result)).singleElement().satisfies(e -> assertThat(e.text().zh()).contains("书面告知"));
        assertThat(hall.view(file).file().state()).isEqualTo(CaseState.RUNNING);
    }

    @Test
    void onlyTheHeadExtendsAndOnce() {
        CaseFile file = accepted();
        long task = hall.task(file, hall.officer);
        assertThat(hall.operations.extend(task, "handling", 10, "情况复杂", "", hall.officer))
                .isInstanceOf(CaseResult.Missing.class);
        Hall.done(hall.operations.extend(task, "handling", 10, "情况复杂", "延 1 号", hall.head));
        // 30 working days after 3 March, 4 April a holiday
        assertThat(due(file, "handling")).isEqualTo(LocalDate.of(2025, 4, 15));
        assertThat(errors(hall.operations.extend(task, "handling", 1, "再延", "", hall.head))).hasSize(1);
    }

    @Test
    void aReturnedCaseKeepsItsDates() {
        CaseFile file = accepted();
        LocalDate before = due(file, "handling");
        hall.clock.day("2025-03-12");
        Hall.done(hall.operations.giveBack(hall.task(file, hall.officer), "accept", "不属本部门", hall.officer));
        assertThat(hall.view(file).at()).containsExactly("accept");
        assertThat(due(file, "handling")).isEqualTo(before);
        Hall.done(hall.act(file, "accept", Map.of("department", "emergency_bureau"), hall.clerk));
        assertThat(hall.view(file, hall.rescuer).at()).containsExactly("handle");
        assertThat(due(file, "handling")).isEqualTo(before);
    }

    @Test
    void aTakenTaskIsItsHoldersUntilHandedOn() {
        CaseFile file = accepted();
        long task = hall.task(file, hall.officer);
        Hall.done(hall.operations.take(task, hall.officer));
        assertThat(hall.tasks.open(hall.second, 10)).isEmpty();
        assertThat(hall.cases.act(task, "reply", Map.of("answer", "抢办"), "", null, hall.second))
                .isInstanceOf(CaseResult.Missing.class);
        assertThat(errors(hall.operations.transfer(task, "rescuer", "", hall.officer))).hasSize(1);
        Hall.done(hall.operations.transfer(task, "second", "出差", hall.officer));
        assertThat(hall.tasks.open(hall.officer, 10)).isEmpty();
        Hall.done(hall.cases.act(task, "reply", Map.of("answer", "已办"), "", null, hall.second));
    }

    @Test
    void onlyTheApplicantWithdrawsAndTheClocksEndWithIt() {
        CaseFile file = accepted();
        assertThat(hall.operations.withdraw(file.number(), "不办了", hall.stranger)).isInstanceOf(CaseResult.Missing.class);
        CaseFile gone = Hall.done(hall.operations.withdraw(file.number(), "已自行解决", hall.enterprise));
        assertThat(gone.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(hall.view(gone).at()).isEmpty();
        assertThat(hall.view(gone).clocks()).allMatch(c -> c.reading().state().hasEnded());
        assertThat(hall.tasks.open(hall.officer, 10)).isEmpty();
    }

    @Test
    void aCaseIsMergedIntoAnOpenOneOfTheSameUnit() {
        CaseFile first = accepted();
        CaseFile second = accepted();
        long task = hall.task(second, hall.officer);
        assertThat(errors(hall.operations.merge(task, "QYSQ-2025-999999", "同一诉求", hall.officer))).hasSize(1);
        CaseFile merged = Hall.done(hall.operations.merge(task, first.number(), "同一诉求", hall.officer));
        assertThat(merged.state()).isEqualTo(CaseState.MERGED);
        assertThat(hall.view(merged).clocks().get(1).reading().state()).isInstanceOf(ClockState.Discontinued.class);
        assertThat(hall.view(first).file().state()).isEqualTo(CaseState.RUNNING);
    }

    @Test
    void aDeputyActsInHisOwnNameOnTheDaysOfAbsence() {
        CaseFile file = accepted();
        long task = hall.task(file, hall.officer);
        Hall.done(hall.operations.take(task, hall.officer));
        Deputies deputies = hall.context.get(Deputies.class);
        assertThat(deputies.name("second", LocalDate.of(2025, 3, 5), LocalDate.of(2025, 3, 7), hall.officer)).isEmpty();
        assertThat(hall.tasks.open(hall.second, 10)).isEmpty();
        hall.clock.day("2025-03-06");
        assertThat(hall.tasks.open(hall.second, 10)).hasSize(1);
        Hall.done(hall.cases.act(task, "reply", Map.of("answer", "代办答复"), "", null, hall.second));
        assertThat(hall.view(file).events().getLast().actor()).isEqualTo("second");
    }

    @Test
    void everybodySignsAndTheLastOneFinishes() {
        CaseFile file = licenceInReview();
        Hall.done(hall.act(file, "agree", Map.of(), hall.officer));
        assertThat(hall.view(file).at()).containsExactly("review");
        assertThat(hall.tasks.open(hall.officer, 10)).isEmpty();
        Hall.done(hall.act(file, "agree", Map.of(), hall.rescuer));
        assertThat(hall.view(file).at()).containsExactly("decide");
    }

    @Test
    void oneObjectionDecidesForAll() {
        CaseFile file = licenceInReview();
        CaseFile denied = Hall.done(hall.act(file, "object", Map.of(), hall.rescuer));
        assertThat(denied.outcome()).isEqualTo("denied");
        assertThat(hall.tasks.open(hall.officer, 10)).isEmpty();
    }

    @Test
    void whereOneIsEnoughTheOthersNeedNotSign() {
        CaseFile file = licenceInReview();
        Hall.done(hall.act(file, "agree", Map.of(), hall.officer));
        Hall.done(hall.act(file, "agree", Map.of(), hall.rescuer));
        CaseFile granted = Hall.done(hall.act(file, "grant", Map.of(), hall.head));
        assertThat(granted.outcome()).isEqualTo("granted");
    }

    @Test
    void whoIsAddedSignsTooAndSeesTheCaseAsLongAsHeMust() {
        CaseFile file = licenceInReview();
        assertThat(hall.cases.find(file.number(), hall.expert)).isEmpty();
        Hall.done(hall.operations.addSigner(hall.task(file, hall.officer), "expert", "请专家会签", hall.officer));
        Hall.done(hall.act(file, "agree", Map.of(), hall.officer));
        Hall.done(hall.act(file, "agree", Map.of(), hall.rescuer));
        assertThat(hall.view(file).at()).containsExactly("review");
        Hall.done(hall.act(file, "agree", Map.of(), hall.expert));
        assertThat(hall.view(file).at()).containsExactly("decide");
        assertThat(hall.cases.find(file.number(), hall.expert)).isEmpty();
    }

    @Test
    void anApplicationThatNobodyLooksAtCountsAsAcceptedFromTheDayOfReceipt() {
        CaseFile file = hall.applyForLicence();
        Deadlines deadlines = hall.context.get(Deadlines.class);
        hall.clock.day("2025-03-10");
        assertThat(deadlines.run()).as("on the fifth working day").isZero();
        hall.clock.day("2025-03-11");
        assertThat(deadlines.run()).isEqualTo(1);
        assertThat(deadlines.run()).as("once only").isZero();
        assertThat(hall.view(file).at()).containsExactly("review");
        ClockStand decision = hall.view(file).clocks().get(1);
        assertThat(decision.clock().ledger().start().on()).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(decision.reading().due().date()).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(hall.view(file).events().getLast().actor()).isEqualTo("system");
    }

    @Test
    void whatTheLawHasDoneAlreadyNobodyDoesOtherwise() {
        CaseFile file = hall.applyForLicence();
        hall.clock.day("2025-03-11");
        assertThat(errors(hall.ask(file, "补充材料")))
                .singleElement()
                .satisfies(e -> assertThat(e.text().zh()).contains("2025-03-10 届满", "自 2025-03-03 起"));
        assertThat(hall.context.get(Deadlines.class).run()).isEqualTo(1);
    }

    @Test
    void whoeverWasToldInTimeWhatIsMissingIsNotTakenForAccepted() {
        CaseFile file = hall.applyForLicence();
        Hall.done(hall.ask(file, "补充材料"));
        hall.clock.day("2025-03-04");
        Hall.done(hall.act(file, "submit", Map.of(), hall.enterprise));
        hall.clock.day("2025-04-30");
        assertThat(hall.context.get(Deadlines.class).run()).isZero();
        assertThat(hall.view(file).at()).containsExactly("accept");
    }

    @Test
    void whoWasAddedDoesNotStandForThoseWhomTheProcessAsks() {
        CaseFile file = licenceInReview();
        Hall.done(hall.act(file, "agree", Map.of(), hall.officer));
        Hall.done(hall.act(file, "agree", Map.of(), hall.rescuer));
        Hall.done(hall.operations.addSigner(hall.task(file, hall.head), "expert", "请专家先看", hall.head));
        Hall.done(hall.act(file, "grant", Map.of(), hall.expert));
        assertThat(hall.view(file).at()).containsExactly("decide");
        assertThat(Hall.done(hall.act(file, "grant", Map.of(), hall.head)).outcome()).isEqualTo("granted");
    }

    @Test
    void aCaseIsNotSentBackToTheApplicant() {
        CaseFile file = hall.apply();
        Hall.done(hall.ask(file, "补充材料"));
        Hall.done(hall.act(file, "submit", Map.of(), hall.enterprise));
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        assertThat(errors(hall.operations.giveBack(hall.task(file, hall.officer), "supplement", "再补", hall.officer)))
                .hasSize(1);
    }

    @Test
    void aStandingClockIsShownAsSuspendedForItsCause() {
        CaseFile file = accepted();
        WrittenNotice notice = new WrittenNotice("告 2 号", LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 14));
        Hall.done(hall.operations.suspend(
                hall.task(file, hall.officer), "handling", "testing", notice, "送检", hall.officer));
        ClockStand handling = hall.view(file).clocks().get(1);
        assertThat(handling.reading().state())
                .isInstanceOfSatisfying(ClockState.Suspended.class, s -> assertThat(s.cause().id()).isEqualTo("testing"));
    }

    private CaseFile accepted() {
        CaseFile file = hall.apply();
        return Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
    }

    private CaseFile licenceInReview() {
        CaseFile file = hall.applyForLicence();
        return Hall.done(hall.act(file, "accept", Map.of(), hall.clerk));
    }

    private LocalDate due(CaseFile file, String clock) {
        return hall.view(file).clocks().stream()
                .filter(c -> c.clock().definition().id().equals(clock))
                .findFirst()
                .orElseThrow()
                .reading()
                .due()
                .date();
    }

    private static List<FieldError> errors(CaseResult result) {
        return result instanceof CaseResult.Refused(List<FieldError> errors) ? errors : List.of();
    }
}
