package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.SampleFiles;
import org.luoshi.audit.ChangeLog;

/// Many hands at once, and restarts.
class CaseSafetyTest {

    private final Hall hall = new Hall("2025-03-03T09:00");

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void ofTwoWhoFinishTheSameStepAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        CaseFile file = hall.apply();
        long task = hall.task(file, hall.clerk);
        List<CaseResult> results = atOnce(
                () -> hall.cases.act(task, "accept", Map.of("department", "ecology_bureau"), "", null, hall.clerk),
                () -> hall.cases.act(task, "refuse", Map.of(), "不受理", null, hall.colleague));
        assertThat(results).filteredOn(CaseResult.Done.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(CaseResult.TooLate.class::isInstance)
                .singleElement()
                .satisfies(late -> assertThat(((CaseResult.TooLate) late).action()).isNotNull());
        assertThat(hall.view(file).events()).filteredOn(e -> e.kind() == EventKind.ACTED).hasSize(1);
    }

    @Test
    void aButtonClickedTwiceDoesItsThingOnceAndTheSecondClickIsTold() throws Exception {
        for (int i = 0; i < 10; i++) {
            CaseFile file = hall.apply();
            long task = hall.task(file, hall.clerk);
            Callable<CaseResult> click = () ->
                    hall.cases.act(task, "accept", Map.of("department", "ecology_bureau"), "", null, hall.clerk);
            List<CaseResult> results = atOnce(click, click, click);
            assertThat(results).filteredOn(CaseResult.Done.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(CaseResult.TooLate.class::isInstance).hasSize(2);
            assertThat(hall.view(file).events()).filteredOn(e -> e.kind() == EventKind.ACTED).hasSize(1);
            assertThat(hall.view(file).tasks()).filteredOn(CaseTask::open).hasSize(1);
            assertThat(hall.view(file).clocks()).hasSize(2);
        }
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
    }

    @Test
    void aFormSentTwiceIsOneApplication() throws Exception {
        hall.attach(hall.context.get(Processes.class).find(Hall.HANDLING).orElseThrow(), "proof", SampleFiles.pdf(), "a.pdf", hall.enterprise);
        String mark = "0123456789abcdef";
        Callable<CaseResult> click =
                () -> hall.cases.apply(Hall.HANDLING, Hall.request(), List.of(), mark, hall.enterprise);
        List<CaseResult> results = atOnce(click, click, click);
        assertThat(results).filteredOn(CaseResult.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(CaseResult.TooLate.class::isInstance).hasSize(2);
        CaseFile file = hall.cases.sent(mark, hall.enterprise).orElseThrow();
        assertThat(hall.view(file).attachments()).hasSize(1);
        assertThat(hall.cases.sent(mark, hall.stranger)).isEmpty();
        assertThat(hall.cases.applied(null, 10, hall.enterprise)).hasSize(1);
        assertThat(hall.context.get(AttachmentCheck.class).run().findings()).isEmpty();
    }

    @Test
    void manyCasesAtOnceGetNumbersWithoutGapsAndAgreeEverywhere() throws Exception {
        List<Callable<CaseResult>> work = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            work.add(() -> {
                CaseFile file = hall.apply();
                return hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk);
            });
        }
        List<CaseResult> results = atOnce(6, work);
        assertThat(results).allMatch(CaseResult.Done.class::isInstance);
        assertThat(hall.cases.applied(null, 200, hall.enterprise).getFirst().number()).isEqualTo("QYSQ-2025-000024");
        CaseCheck.Result checked = hall.context.get(CaseCheck.class).run();
        assertThat(checked.cases()).isEqualTo(24);
        assertThat(checked.findings()).isEmpty();
        assertThat(hall.context.get(ChangeLog.class).verify().intact()).isTrue();
    }

    @Test
    void whatIsRefusedAfterTheEngineHasMovedLeavesTheEngineWhereItWas() {
        CaseFile file = hall.applyForLicence();
        // nobody is named for the step to which the engine goes
        CaseResult refused = hall.act(file, "joint", Map.of(), hall.clerk);
        assertThat(refused).isInstanceOf(CaseResult.Refused.class);
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
        assertThat(hall.view(file).file().revision()).isEqualTo(file.revision());
        Hall.done(hall.act(file, "joint", Map.of("partner", "ecology_bureau"), hall.clerk));
        assertThat(hall.view(file).at()).containsExactly("joint_review");
    }

    @Test
    void aRestartedProgramGoesOnWhereTheCaseIs() {
        CaseFile file = hall.apply();
        try (Hall again = hall.restarted()) {
            Hall.done(again.act(file, "accept", Map.of("department", "ecology_bureau"), again.clerk));
            assertThat(again.view(file).at()).containsExactly("handle");
            assertThat(again.context.get(CaseCheck.class).run().findings()).isEmpty();
        }
    }

    @Test
    void aTaskMissingInTheEngineIsFound() {
        CaseFile file = hall.apply();
        hall.context.sql().execute("update luoshi.process_task set engine_task = 'gone' where case_id = {0}", DSL.val(file.id()));
        assertThat(hall.context.get(CaseCheck.class).run().findings()).hasSize(2);
        assertThat(hall.cases.find(file.number(), Viewer.system())).isPresent();
    }

    @SafeVarargs
    private static List<CaseResult> atOnce(Callable<CaseResult>... work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.length);
        List<Callable<CaseResult>> together = new ArrayList<>();
        for (Callable<CaseResult> one : work) {
            together.add(() -> {
                start.await();
                return one.call();
            });
        }
        return atOnce(work.length, together);
    }

    private static List<CaseResult> atOnce(int hands, List<Callable<CaseResult>> work) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(hands)) {
            List<CaseResult> results = new ArrayList<>();
            for (Future<CaseResult> result : people.invokeAll(work)) results.add(result.get());
            return results;
        }
    }
}
