package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.pack.QualifiedId;

/// Reviews 复核 drawn into a process, by another person than the decision; recusal; remarks.
class ReviewsTest {

    private static final QualifiedId RATED = new QualifiedId("rated", "rated");

    private final Hall hall =
            new Hall("2025-03-03T09:00", Hall.compiledWith(Path.of("src", "test", "resources", "packs", "rated")));

    @AfterEach
    void close() {
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
        hall.close();
    }

    @Test
    void whoDecidedDoesNotReview() {
        CaseFile file = answered();
        Hall.done(hall.act(file, "appeal", Map.of(), "不服", hall.enterprise));
        assertThat(hall.view(file).at()).containsExactly("review");
        assertThat(hall.tasks.open(hall.clerk, 10)).isEmpty();
        assertThat(hall.tasks.countOpen(hall.clerk)).isZero();
        long task = hall.task(file, hall.colleague);
        assertThat(hall.cases.act(task, "uphold", Map.of(), "", null, hall.clerk)).isInstanceOf(CaseResult.Missing.class);
        assertThat(hall.operations.colleagues(task)).extracting(who -> who.account()).containsExactly("colleague");
        CaseFile over = Hall.done(hall.cases.act(task, "uphold", Map.of(), "", null, hall.colleague));
        assertThat(over.outcome()).isEqualTo("upheld");
    }

    @Test
    void aReviewChangesOrSendsBackAndItsClockIsItsOwn() {
        CaseFile file = answered();
        hall.clock.day("2025-04-02"); // the thirtieth day: the day of the answer does not count
        Hall.done(hall.act(file, "appeal", Map.of(), "不服", hall.enterprise));
        assertThat(due(file, "review")).isEqualTo(LocalDate.of(2025, 5, 6)); // 2 May is a holiday, and so till the 5th
        Hall.done(hall.act(file, "send_back", Map.of(), "事实不清", hall.colleague));
        assertThat(hall.view(file).at()).containsExactly("handle");
    }

    @Test
    void nobodyAppealsAfterTheTimeForIt() {
        CaseFile file = answered();
        hall.clock.day("2025-04-03");
        assertThat(hall.act(file, "appeal", Map.of(), "不服", hall.enterprise)).isInstanceOf(CaseResult.Refused.class);
    }

    @Test
    void whoIsRecusedHasNoMorePartInTheCase() {
        CaseFile file = applied();
        long task = hall.task(file, hall.clerk);
        Hall.done(hall.operations.take(task, hall.clerk));
        assertThat(hall.operations.recuse(task, " ", hall.clerk)).isInstanceOf(CaseResult.Refused.class);
        Hall.done(hall.operations.recuse(task, "亲属", hall.clerk));
        assertThat(hall.tasks.open(hall.clerk, 10)).isEmpty();
        // the last one who could do it cannot leave it to nobody
        assertThat(hall.operations.recuse(task, "也有利害关系", hall.colleague)).isInstanceOf(CaseResult.Refused.class);
        Hall.done(hall.act(file, "reply", Map.of("answer", "答复"), hall.colleague));
        assertThat(hall.view(file).events()).extracting(CaseEvent::kind).contains(EventKind.RECUSED);
    }

    @Test
    void tasksThatNobodyCanTakeAreTold() {
        CaseCheck check = hall.context.get(CaseCheck.class);
        applied();
        assertThat(check.run().unmanned()).isEmpty();
        Hall.done(hall.cases.apply(
                RATED, Map.of("title", "合成申请", "district", "jinjiang", "pieces", "1"), hall.enterprise));
        assertThat(check.run().unmanned())
                .extracting(note -> note.en())
                .containsExactly("1 open tasks of jinjiang are nobody's to do: no account is clerk there");
    }

    @Test
    void remarksAreForThoseWhoHandleTheCase() {
        CaseFile file = applied();
        Hall.done(hall.operations.comment(file.number(), "电话里说过材料在路上", hall.clerk));
        assertThat(hall.view(file).events()).extracting(CaseEvent::reason).contains("电话里说过材料在路上");
        assertThat(hall.operations.comment(file.number(), "看看", hall.enterprise)).isInstanceOf(CaseResult.Missing.class);
        assertThat(hall.operations.comment(file.number(), "看看", hall.elsewhere)).isInstanceOf(CaseResult.Missing.class);
        assertThat(hall.operations.comment(file.number(), " ", hall.clerk)).isInstanceOf(CaseResult.Refused.class);
    }

    private LocalDate due(CaseFile file, String clock) {
        return hall.view(file).clocks().stream()
                .filter(stand -> stand.clock().definition().id().equals(clock))
                .findFirst()
                .orElseThrow()
                .reading()
                .due()
                .date();
    }

    private CaseFile applied() {
        return Hall.done(hall.cases.apply(
                RATED, Map.of("title", "合成申请", "district", "chenghua", "pieces", "1"), hall.enterprise));
    }

    private CaseFile answered() {
        CaseFile file = applied();
        Hall.done(hall.act(file, "reply", Map.of("answer", "答复"), hall.clerk));
        return file;
    }
}
