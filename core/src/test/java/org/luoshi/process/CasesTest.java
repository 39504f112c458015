package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.audit.ChangeLog;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.ClockReading;
import org.luoshi.kernel.clock.ClockState;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.FieldError;
import org.luoshi.register.RegisterRecord;

class CasesTest {

    /// A Monday in a week without holidays.
    private final Hall hall = new Hall("2025-03-03T09:00");

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void anApplicationIsACaseWithANumberATaskAndAClock() {
        CaseFile file = hall.apply();
        assertThat(file.number()).isEqualTo("QYSQ-2025-000001");
        assertThat(file.title()).isEqualTo("合成：厂房到期续租");
        CaseView view = hall.view(file, hall.clerk);
        assertThat(view.at()).containsExactly("accept");
        assertThat(hall.tasks.open(hall.clerk, 10)).extracting(l -> l.file().number()).containsExactly(file.number());
        ClockStand acceptance = view.clocks().getFirst();
        assertThat(acceptance.clock().definition().id()).isEqualTo("acceptance");
        // five working days after Monday 3 March, and three as promised
        assertThat(acceptance.reading().due().date()).isEqualTo(LocalDate.of(2025, 3, 10));
        assertThat(acceptance.reading().promised().date()).isEqualTo(LocalDate.of(2025, 3, 6));
    }

    @Test
    void aRequestGoesFromStepToStepToItsEnd() {
        CaseFile file = hall.apply();
        hall.clock.day("2025-03-04");
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        assertThat(hall.view(file, hall.officer).at()).containsExactly("handle");
        hall.clock.day("2025-03-11");
        Hall.done(hall.act(file, "reply", Map.of("answer", "已协调续租"), hall.officer));
        hall.clock.day("2025-03-12");
        CaseFile closed = Hall.done(hall.act(file, "submit", Map.of("verdict", "satisfied"), hall.enterprise));
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.outcome()).isEqualTo("done");
        CaseView view = hall.view(closed, hall.enterprise);
        assertThat(view.at()).isEmpty();
        assertThat(view.events())
                .extracting(CaseEvent::kind)
                .containsExactly(
                        EventKind.APPLIED,
                        EventKind.ACTED,
                        EventKind.ACTED,
                        EventKind.ACTED,
                        EventKind.CLOSED,
                        EventKind.CERTIFIED);
        assertThat(view.clocks()).allMatch(c -> c.reading().state() instanceof ClockState.Completed);
        assertThat(hall.context.get(ChangeLog.class).verify().intact()).isTrue();
    }

    @Test
    void aRequestThatDissatisfiesGoesBackToTheDepartment() {
        CaseFile file = hall.apply();
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        Hall.done(hall.act(file, "reply", Map.of("answer", "不予支持"), hall.officer));
        Hall.done(hall.act(file, "submit", Map.of("verdict", "dissatisfied"), hall.enterprise));
        assertThat(hall.view(file, hall.officer).at()).containsExactly("handle");
    }

    @Test
    void theAcceptanceClockStandsStillWhileTheApplicantSupplements() {
        CaseFile file = hall.apply();
        hall.clock.day("2025-03-05");
        Hall.done(hall.ask(file, "补充租赁合同"));
        ClockStand standing = hall.view(file, hall.enterprise).clocks().getFirst();
        assertThat(standing.reading().state()).isInstanceOf(ClockState.Suspended.class);
        hall.clock.day("2025-03-12");
        Hall.done(hall.act(file, "submit", Map.of("detail", "已补充"), hall.enterprise));
        ClockStand running = hall.view(file, hall.clerk).clocks().getFirst();
        // two of five days used by 5 March; 6 to 12 March do not count; three more are 13, 14 and 17 March
        assertThat(running.reading().due().date()).isEqualTo(LocalDate.of(2025, 3, 17));
    }

    @Test
    void whatIsMissingIsToldOnceOnly() {
        CaseFile file = hall.apply();
        Hall.done(hall.ask(file, "补充租赁合同"));
        Hall.done(hall.act(file, "submit", Map.of(), hall.enterprise));
        CaseResult again = hall.ask(file, "再补充");
        assertThat(errors(again)).singleElement().satisfies(e -> assertThat(e.text().zh()).contains("一件只许一次"));
        assertThat(hall.view(file, hall.clerk).at()).containsExactly("accept");
    }

    @Test
    void aClockStandsStillOnlyWithTheNoticeThatTheLawWants() {
        CaseFile file = hall.apply();
        CaseResult silent = hall.act(file, "supplement", Map.of(), "补充租赁合同", hall.clerk);
        assertThat(errors(silent)).extracting(FieldError::field).containsExactly(Cases.NOTICE);
        Hall.done(hall.ask(file, "补充租赁合同"));
        assertThat(hall.view(file).clocks().getFirst().clock().ledger().suspended().notice().number())
                .isEqualTo("补正 1 号");
    }

    @Test
    void aClockThatRunsWhenTheCaseEndsEndsWithItAndIsNotSaidToBeWithdrawn() {
        CaseFile file = hall.apply();
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        Hall.done(hall.operations.giveBack(hall.task(file, hall.officer), "accept", "不属本部门", hall.officer));
        Hall.done(hall.act(file, "refuse", Map.of(), hall.clerk));
        ClockStand handling = hall.view(file).clocks().get(1);
        assertThat(handling.reading().state()).isInstanceOf(ClockState.Discontinued.class);
        assertThat(handling.clock().ledger().end())
                .isInstanceOfSatisfying(ClockEvent.Discontinued.class, end -> assertThat(end.event()).isEqualTo("end.refused"));
    }

    @Test
    void aRefusalNeedsItsReason() {
        CaseFile file = hall.apply();
        CaseResult silent = hall.act(file, "refuse", Map.of(), " ", hall.clerk);
        assertThat(errors(silent)).extracting(FieldError::field).containsExactly(Cases.REASON);
        CaseFile refused = Hall.done(hall.act(file, "refuse", Map.of(), "不在受理范围", hall.clerk));
        assertThat(refused.outcome()).isEqualTo("refused");
    }

    @Test
    void aStepIsNotFinishedWithoutWhatItNeeds() {
        CaseFile file = hall.apply();
        CaseResult result = hall.act(file, "accept", Map.of(), hall.clerk);
        assertThat(errors(result)).extracting(FieldError::field).containsExactly("department");
        assertThat(hall.view(file, hall.clerk).file().revision()).isEqualTo(file.revision());
    }

    @Test
    void anApplicationThatLacksSomethingLeavesNoTrace() {
        Map<String, String> typed = Hall.request();
        typed.remove("title");
        CaseResult result = hall.cases.apply(Hall.HANDLING, typed, hall.enterprise);
        assertThat(errors(result)).extracting(FieldError::field).containsExactly("title");
        assertThat(hall.cases.applied(null, 200, hall.enterprise)).isEmpty();
        assertThat(hall.apply().number()).isEqualTo("QYSQ-2025-000001");
    }

    @Test
    void onlyFieldsOfTheFormAreTaken() {
        Map<String, String> typed = Hall.request();
        typed.put("answer", "自己答复");
        typed.put("number", "X-1");
        CaseFile file = Hall.done(hall.cases.apply(Hall.HANDLING, typed, hall.enterprise));
        RegisterRecord content = hall.view(file, hall.enterprise).content();
        assertThat(content.value("answer")).isNull();
        assertThat(content.value("number")).isEqualTo(file.number());
    }

    @Test
    void aCaseIsAFactWithItsDays() {
        CaseFile file = hall.apply();
        hall.clock.day("2025-03-04");
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        hall.clock.day("2025-03-20");
        Hall.done(hall.act(file, "reply", Map.of("answer", "已协调"), hall.officer));
        RegisterRecord row = hall.registers
                .entrusted(new QualifiedId("enterprise_requests", "handling_case"))
                .find(file.row(), null)
                .orElseThrow();
        assertThat(row.value("state")).isEqualTo("running");
        assertThat(row.value("step")).isEqualTo("evaluate");
        assertThat(row.value("acceptance_net_days")).isEqualTo(1L);
        assertThat(row.value("handling_due_on")).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(row.value("handling_net_days")).isEqualTo(12L);
        assertThat(row.value("handling_days_late")).isEqualTo(0L);
    }

    private static List<FieldError> errors(CaseResult result) {
        return result instanceof CaseResult.Refused(List<FieldError> errors) ? errors : List.of();
    }

    @Test
    void allThatIsWrongWithAFormIsToldAtOnce() {
        Map<String, String> request = Hall.request();
        request.put("title", "");
        request.put("district", "atlantis");
        request.remove("phone");
        CaseResult result = hall.cases.apply(Hall.HANDLING, request, hall.enterprise);
        assertThat(fields(result)).containsExactlyInAnyOrder("title", "district", "phone");
    }

    @Test
    void reasonNoticeAndFieldsOfAStepAreMissedTogether() {
        CaseFile file = hall.apply();
        long task = hall.task(file, hall.clerk);
        CaseResult asked = hall.cases.act(task, "supplement", Map.of("department", "atlantis"), "", null, hall.clerk);
        assertThat(fields(asked)).containsExactlyInAnyOrder(Cases.NOTICE, Cases.REASON, "department");
        CaseResult accepted = hall.cases.act(task, "accept", Map.of("department", ""), "", null, hall.clerk);
        assertThat(fields(accepted)).containsExactly("department");
    }

    @Test
    void listsThatGrowAreReadAPageAtATime() {
        List<String> numbers = Stream.generate(() -> hall.apply().number()).limit(3).toList();
        List<CaseFile> first = hall.cases.applied(null, 2, hall.enterprise);
        List<CaseFile> rest = hall.cases.applied(first.getLast().id(), 2, hall.enterprise);
        assertThat(Stream.concat(first.stream(), rest.stream()).map(CaseFile::number))
                .containsExactlyElementsOf(numbers.reversed());
        first.forEach(file -> Hall.done(hall.act(file, "refuse", Map.of(), hall.clerk)));
        List<TaskLine> done = hall.tasks.done(null, 1, hall.clerk);
        assertThat(hall.tasks.done(done.getLast().task().id(), 5, hall.clerk))
                .singleElement()
                .satisfies(line -> assertThat(line.file().number()).isEqualTo(first.getLast().number()));
    }

    @Test
    void aTaskShowsTheDaysThatWerePromisedBesideThoseOfTheLaw() {
        hall.apply();
        hall.clock.day("2025-03-07");
        assertThat(hall.tasks.open(hall.clerk, 5)).singleElement().satisfies(line -> {
            ClockReading clock = Objects.requireNonNull(line.clock());
            // five working days after Monday 3 March by law, three as promised
            assertThat(clock.due().date()).isEqualTo(LocalDate.of(2025, 3, 10));
            assertThat(Objects.requireNonNull(clock.promised()).date()).isEqualTo(LocalDate.of(2025, 3, 6));
            assertThat(clock.promisePast()).isEqualTo(1);
            assertThat(clock.left()).isEqualTo(1);
        });
    }

    private static List<String> fields(CaseResult result) {
        assertThat(result).isInstanceOf(CaseResult.Refused.class);
        return ((CaseResult.Refused) result).errors().stream().map(FieldError::field).toList();
    }
}
