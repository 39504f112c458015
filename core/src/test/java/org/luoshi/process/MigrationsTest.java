package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Viewer;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;

/// Running cases and newer versions of their process.
class MigrationsTest {

    private static final QualifiedId RATED = new QualifiedId("rated", "rated");
    private static final Path PACK = Path.of("src", "test", "resources", "packs", "rated");

    @TempDir
    Path work;

    private final Hall hall = new Hall("2025-03-03T09:00", Hall.compiledWith(PACK));

    @AfterEach
    void close() {
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
        hall.close();
    }

    @Test
    void aRenamedStepKeepsItsTaskItsHolderAndItsDates() throws IOException {
        CaseFile file = applied();
        Hall.done(hall.operations.take(hall.task(file, hall.clerk), hall.clerk));
        ProcessDefinition renamed = publish(Map.of(
                "processes/rated.yaml", text -> text.replace("  handle:\n", "  deal:\n")
                        .replace("[check, handle]", "[check, deal]")
                        .replace("starts: handle.reply", "starts: deal.reply")
                        .replace("decisions:\n", "renamed: { handle: deal }\ndecisions:\n"),
                "processes/rated.bpmn", text -> text.replace("\"handle\"", "\"deal\"")));
        assertThat(registeredStep(file)).as("the register knows the step by its name of now").isEqualTo("deal");
        Hall.done(hall.operations.copy(hall.task(file, hall.clerk), "colleague", "", hall.clerk));
        assertThat(registeredStep(file)).as("and keeps it while the case runs on its old version").isEqualTo("deal");
        Migrations migrations = hall.context.get(Migrations.class);
        assertThat(migrations.dryRun(renamed, 0, 10)).singleElement().satisfies(line -> {
            assertThat(line.obstacle()).isEmpty();
            assertThat(line.file().number()).isEqualTo(file.number());
        });
        assertThat(hall.view(file).at()).as("a dry run changes nothing").containsExactly("handle");
        Migration run = migrations.run(renamed, _ -> {}, Viewer.system());
        assertThat(run.moved()).isEqualTo(1);
        assertThat(run.finishedAt()).isNotNull();
        CaseView view = hall.view(file, hall.clerk);
        assertThat(view.at()).containsExactly("deal");
        assertThat(view.mine().orElseThrow().holder()).isEqualTo("clerk");
        assertThat(view.events()).extracting(CaseEvent::kind).contains(EventKind.MIGRATED);
        Hall.done(hall.act(file, "reply", Map.of("answer", "答复"), hall.clerk));
        assertThat(hall.view(file).at()).containsExactly("answered");
    }

    private @Nullable Object registeredStep(CaseFile file) {
        return hall.registers
                .entrusted(new QualifiedId("rated", "rated_case"))
                .find(file.row(), null)
                .orElseThrow()
                .value("step");
    }

    @Test
    void aCaseWhoseStepHasNoSuccessorStaysAndGoesOnWhereItIs() throws IOException {
        CaseFile file = applied();
        ProcessDefinition without = publish(Map.of(
                "processes/rated.yaml", text -> text.replace("  handle:\n", "  deal:\n")
                        .replace("[check, handle]", "[check, deal]")
                        .replace("starts: handle.reply", "starts: deal.reply"),
                "processes/rated.bpmn", text -> text.replace("\"handle\"", "\"deal\"")),
                "rated.rated_case.step");
        Migrations migrations = hall.context.get(Migrations.class);
        assertThat(migrations.dryRun(without, 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.obstacle().orElseThrow().zh()).contains("handle"));
        assertThat(migrations.run(without, _ -> {}, Viewer.system()).leftBehind()).isEqualTo(1);
        Hall.done(hall.act(file, "reply", Map.of("answer", "答复"), hall.clerk));
        assertThat(hall.view(file).at()).containsExactly("answered");
    }

    @Test
    void noDateMovesByANewVersion() throws IOException {
        CaseFile file = applied();
        Hall.done(hall.act(file, "reply", Map.of("answer", "答复"), hall.clerk));
        LocalDate before = due(file);
        ProcessDefinition shorter =
                publish(Map.of("clocks/appeal.yaml", text -> text.replace("days: 30", "days: 15")));
        Migrations migrations = hall.context.get(Migrations.class);
        assertThat(migrations.dryRun(shorter, 0, 10)).singleElement().satisfies(line -> {
            assertThat(line.dates()).anyMatch(Migration.Dates::moved);
            assertThat(line.obstacle()).isPresent();
        });
        assertThat(migrations.run(shorter, _ -> {}, Viewer.system()).moved()).isZero();
        assertThat(due(file)).isEqualTo(before);
        // and none by losing its clock
        ProcessDefinition gone = publish(Map.of(
                "processes/rated.yaml", text -> text.lines().filter(line -> !line.contains("profile: appeal")).collect(Collectors.joining("\n")) + "\n"),
                Stream.of("days_late", "due_on", "ended_on", "net_days", "promised_on", "runs", "started_on")
                        .map(field -> "rated.rated_case.appeal_" + field)
                        .toArray(String[]::new));
        assertThat(migrations.run(gone, _ -> {}, Viewer.system()).moved()).isZero();
        assertThat(due(file)).isEqualTo(before);
    }

    @Test
    void aRunThatWasCutOffGoesOnWithWhatIsLeft() throws IOException {
        List<CaseFile> files = Stream.generate(this::applied).limit(120).toList();
        ProcessDefinition told = publish(
                Map.of("processes/rated.yaml", text -> text.replace("title: { zh: 办理, en: Handling }", "title: { zh: 办事, en: Handling }")));
        Migrations migrations = hall.context.get(Migrations.class);
        Assertions.assertThatThrownBy(() -> migrations.run(
                        told,
                        _ -> {
                            throw new IllegalStateException("as if the program were killed");
                        },
                        Viewer.system()))
                .hasMessageContaining("killed");
        assertThat(migrations.countBehind(told)).isEqualTo(70);
        Migration cut = migrations.last(RATED).orElseThrow();
        assertThat(cut.finishedAt()).isNull();
        Migration done = migrations.run(told, _ -> {}, Viewer.system());
        assertThat(done.id()).isEqualTo(cut.id());
        assertThat(done.moved()).isEqualTo(120);
        assertThat(migrations.countBehind(told)).isZero();
        assertThat(hall.view(files.getLast()).definition().digest()).isEqualTo(told.digest());
    }

    @Test
    void aRunIsStoppedBetweenCases() throws IOException {
        Stream.generate(this::applied).limit(60).forEach(_ -> {});
        ProcessDefinition told = publish(
                Map.of("processes/rated.yaml", text -> text.replace("title: { zh: 办理, en: Handling }", "title: { zh: 办事, en: Handling }")));
        Migrations migrations = hall.context.get(Migrations.class);
        Migration stopped = migrations.run(told, _ -> migrations.stop(RATED, Viewer.system()), Viewer.system());
        assertThat(stopped.moved()).isEqualTo(50);
        assertThat(stopped.finishedAt()).isNull();
        assertThat(migrations.run(told, _ -> {}, Viewer.system()).moved()).isEqualTo(60);
    }

    @Test
    void onlyAnAdministratorHasCasesTakenOver() {
        ProcessDefinition now = hall.context.get(Processes.class).find(RATED).orElseThrow();
        Assertions.assertThatThrownBy(() -> hall.context.get(Migrations.class).run(now, _ -> {}, hall.head))
                .isInstanceOf(AccessDenied.class);
    }

    private LocalDate due(CaseFile file) {
        return hall.view(file).clocks().getFirst().reading().due().date();
    }

    private CaseFile applied() {
        return Hall.done(hall.cases.apply(
                RATED, new HashMap<>(Map.of("title", "合成申请", "district", "chenghua", "pieces", "1")), hall.enterprise));
    }

    private interface Edit {
        String of(String text);
    }

    /// Brings the pack into force with some of its files changed.
    ///
    /// @param dropped what the register of cases may lose, as the operator names it
    private ProcessDefinition publish(Map<String, Edit> edits, String... dropped) throws IOException {
        Path copy = Files.createTempDirectory(work, "v").resolve("rated");
        try (Stream<Path> files = Files.walk(PACK)) {
            for (Path file : files.toList()) {
                String inside = PACK.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy.resolve(inside));
                } else {
                    String text = Files.readString(file);
                    Edit edit = edits.get(inside);
                    Files.writeString(copy.resolve(inside), edit == null ? text : edit.of(text));
                }
            }
        }
        PackSet packs = Hall.compiledWith(copy);
        hall.publish(packs, Set.of(dropped));
        return packs.process(RATED).orElseThrow();
    }
}
