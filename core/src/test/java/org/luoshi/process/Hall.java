package org.luoshi.process;

import static org.luoshi.tables.Tables.ACCOUNT;
import static org.luoshi.tables.Tables.ACCOUNT_GRANT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.access.Accounts;
import org.luoshi.access.Grant;
import org.luoshi.access.Guard;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.SampleFiles;
import org.luoshi.attachment.Taking;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.diagnostic.Severity;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.register.PackReader;
import org.luoshi.register.Registers;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// A city with the pack of enterprise requests, and the people who have a part in one.
final class Hall implements AutoCloseable {

    static final PackSet PACKS = compiled(Path.of("..", "packs", "chengdu"));
    static final QualifiedId LICENCE = new QualifiedId("licence", "licence");
    static final QualifiedId PERMIT = new QualifiedId("permit", "permit");
    static final QualifiedId HANDLING = new QualifiedId("enterprise_requests", "handling");

    final SteppingClock clock;
    final TestContext context;
    final Cases cases;
    final CaseOperations operations;
    final Tasks tasks;
    final Registers registers;
    final Viewer enterprise = viewer("enterprise", Role.APPLICANT, "chengdu");
    final Viewer stranger = viewer("stranger", Role.APPLICANT, "chengdu");
    final Viewer clerk = viewer("clerk", Role.CLERK, "chenghua");
    final Viewer colleague = viewer("colleague", Role.CLERK, "chenghua");
    final Viewer elsewhere = viewer("elsewhere", Role.CLERK, "jinniu");
    final Viewer officer = viewer("officer", Role.OFFICER, "ecology_bureau");
    final Viewer second = viewer("second", Role.OFFICER, "ecology_bureau");
    final Viewer rescuer = viewer("rescuer", Role.OFFICER, "emergency_bureau");
    final Viewer expert = viewer("expert", Role.EXPERT, "chengdu");
    final Viewer head = viewer("head", Role.MANAGER, "ecology_bureau");

    @ComponentScan(basePackages = {"org.luoshi.process", "org.luoshi.attachment"})
    static class Modules {

        @Bean
        PackReader reader() {
            return packs -> PackCompiler.again(packs).packs();
        }
    }

    Hall(String now) {
        this(now, PACKS);
    }

    Hall(String now, PackSet packs) {
        this(SteppingClock.at(now), null, packs);
    }

    private Hall(SteppingClock clock, TestContext before, PackSet packs) {
        this.clock = clock;
        Class<?>[] beans = {
            ChangeLog.class, Units.class, Guard.class, Accounts.class, Registers.class, Modules.class
        };
        this.context = before == null ? TestContext.of(clock, beans) : before.restarted(clock, beans);
        this.cases = context.get(Cases.class);
        this.operations = context.get(CaseOperations.class);
        this.tasks = context.get(Tasks.class);
        this.registers = context.get(Registers.class);
        if (before == null) found(packs);
        else reopen();
    }

    /// Brings packs into force.
    void publish(PackSet packs) {
        publish(packs, Set.of());
    }

    /// @param dropped what registers may lose
    void publish(PackSet packs, Set<String> dropped) {
        context.transaction().executeWithoutResult(_ -> {
            Change change = context.get(ChangeLog.class).open(new ChangeRequest("system", "packs.activate", "packs"));
            packs.city().ifPresent(city ->
                    context.get(Units.class).activate(city.units(), city.parents(), city.successions(), change.knownAt()));
            registers.apply(packs, dropped, change);
            context.get(Processes.class).bringIntoForce(packs, change);
            registers.noteInForce(packs, change);
        });
    }

    private void found(PackSet packs) {
        publish(packs);
        context.transaction().executeWithoutResult(_ -> {
            for (Viewer one : List.of(
                    enterprise, stranger, clerk, colleague, elsewhere, officer, second, rescuer, expert, head)) {
                // nobody signs in here, and hashing passwords takes long
                context.sql()
                        .insertInto(ACCOUNT)
                        .set(ACCOUNT.ID, one.account())
                        .set(ACCOUNT.ZH, one.account())
                        .set(ACCOUNT.EN, one.account())
                        .set(ACCOUNT.PASSWORD_HASH, "")
                        .set(ACCOUNT.CREATED_AT, clock.instant())
                        .execute();
                one.grants().forEach(grant -> context.sql()
                        .insertInto(ACCOUNT_GRANT)
                        .set(ACCOUNT_GRANT.ACCOUNT, one.account())
                        .set(ACCOUNT_GRANT.ROLE, grant.role().name())
                        .set(ACCOUNT_GRANT.UNIT, grant.unit())
                        .execute());
            }
        });
    }

    private void reopen() {
        context.get(Units.class).load();
        registers.use(PACKS);
    }

    /// The same city after the program was stopped and started.
    Hall restarted() {
        return new Hall(clock, context, PACKS);
    }

    static Map<String, String> request() {
        return new HashMap<>(Map.of(
                "title", "合成：厂房到期续租",
                "kind", "site",
                "detail", "合成数据",
                "district", "chenghua",
                "enterprise", "合成企业甲",
                "contact", "测试人员",
                "phone", "13800000000"));
    }

    CaseFile apply() {
        return done(cases.apply(HANDLING, request(), enterprise));
    }

    /// Finishes the step of a case that the viewer has.
    CaseResult act(CaseFile file, String action, Map<String, String> typed, Viewer viewer) {
        return act(file, action, typed, "合成理由", viewer);
    }

    CaseResult act(CaseFile file, String action, Map<String, String> typed, String reason, Viewer viewer) {
        return cases.act(task(file, viewer), action, typed, reason, null, viewer);
    }

    /// Tells the applicant in writing what is missing.
    CaseResult ask(CaseFile file, String reason) {
        WrittenNotice notice = new WrittenNotice("补正 1 号", LocalDate.ofInstant(clock.instant(), SteppingClock.CITY), null);
        return cases.act(task(file, clerk), "supplement", Map.of(), reason, notice, clerk);
    }

    CaseFile applyForLicence() {
        return done(cases.apply(
                LICENCE, Map.of("title", "合成许可", "district", "chenghua", "contact", "合成联系人"), enterprise));
    }

    /// With the file that is required.
    CaseFile applyForPermit() {
        ProcessDefinition permit = context.get(Processes.class).find(PERMIT).orElseThrow();
        attach(permit, "identity", SampleFiles.png(), "证件.png", enterprise);
        return done(cases.apply(
                PERMIT,
                Map.of("title", "合成准许", "district", "chenghua", "contact", "合成联系人", "places", "30"),
                enterprise));
    }

    /// Gives a file to the draft of an application.
    Taking attach(ProcessDefinition process, String field, byte[] content, String name, Viewer viewer) {
        return file(content, file -> context.get(CaseAttachments.class)
                .take(process, process.file(field).orElseThrow(), file, name, viewer));
    }

    /// Gives a file to the form of a step that the viewer has.
    Taking attach(CaseFile of, String field, byte[] content, String name, Viewer viewer) {
        CaseView view = view(of, viewer);
        return file(content, file -> context.get(CaseAttachments.class)
                .take(view, view.definition().file(field).orElseThrow(), file, name, viewer));
    }

    private static Taking file(byte[] content, Function<Path, Taking> use) {
        try {
            Path file = Files.write(Files.createTempFile("luoshi-test", null), content);
            try {
                return use.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The task of a case that the viewer may do.
    long task(CaseFile file, Viewer viewer) {
        return view(file, viewer).mine().orElseThrow().id();
    }

    CaseView view(CaseFile file, Viewer viewer) {
        return cases.find(file.number(), viewer).orElseThrow();
    }

    /// The case as the program itself sees it.
    CaseView view(CaseFile file) {
        return view(file, Viewer.system());
    }

    static CaseFile done(CaseResult result) {
        if (result instanceof CaseResult.Done(CaseFile file, var _)) return file;
        throw new AssertionError("not done: " + result);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Viewer viewer(String account, Role role, String unit) {
        return new Viewer(account, Text.same(account), List.of(new Grant(role, unit)));
    }

    /// The packs with a city that has no calendar of a year yet.
    ///
    /// @param folder empty, for a copy of the packs
    static PackSet compiledWithoutCalendar(Path folder, int year) throws IOException {
        Path packs = Path.of("..", "packs");
        try (Stream<Path> files = Files.walk(packs)) {
            for (Path file : files.filter(f -> !f.equals(packs))
                    .filter(f -> !f.endsWith(Path.of("calendars", year + ".yaml")))
                    .toList()) {
                Files.copy(file, folder.resolve(packs.relativize(file).toString()));
            }
        }
        return compiled(folder.resolve("chengdu"));
    }

    /// The city with one more pack.
    static PackSet compiledWith(Path more) {
        return compiled(List.of(Path.of("..", "packs", "chengdu"), more));
    }

    private static PackSet compiled(Path city) {
        return compiled(List.of(
                city,
                Path.of("..", "packs", "enterprise_requests"),
                Path.of("src", "test", "resources", "packs", "licence"),
                Path.of("src", "test", "resources", "packs", "permit")));
    }

    private static PackSet compiled(List<Path> packs) {
        Compilation compilation = PackCompiler.compile(packs);
        return compilation.packs().orElseThrow(() -> new IllegalStateException(
                compilation.diagnostics().sorted().stream()
                        .filter(d -> d.severity() == Severity.ERROR)
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"))));
    }
}
