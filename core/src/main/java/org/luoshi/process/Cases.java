package org.luoshi.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.clock.LegalClock;
import org.luoshi.kernel.clock.LimitKind;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.Field;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.CaseClock;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Step;
import org.luoshi.process.internal.Acting;
import org.luoshi.process.internal.Applying;
import org.luoshi.process.internal.CaseAccess;
import org.luoshi.process.internal.Outcomes;
import org.luoshi.process.internal.store.CaseAttachmentStore;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.CertificateStore;
import org.luoshi.process.internal.store.ClockStore;
import org.luoshi.process.internal.store.DecisionStore;
import org.luoshi.process.internal.store.TaskStore;
import org.luoshi.register.EntrustedRegister;
import org.luoshi.register.FieldError;
import org.luoshi.register.RecordForm;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/// Cases 办件: applying for one, seeing it, finishing its steps.
@Service
public class Cases {

    /// Fields beside which something is told that is no part of the record; no field of a register is called so.
    public static final String REASON = "_reason";

    public static final String NOTICE = "_notice";
    public static final String NOTICE_ON = "_notice_on";
    public static final String NOTICE_UNTIL = "_notice_until";
    public static final String DAYS = "_days";
    public static final String TO = "_to";
    public static final String INTO = "_into";

    /// Field of a panel in [FieldError#field].
    public static final String PANEL = "_panel";

    private final Applying applying;
    private final Acting acting;
    private final CaseStore cases;
    private final TaskStore tasks;
    private final ClockStore clocks;
    private final DecisionStore decisions;
    private final CaseAttachmentStore attachments;
    private final CertificateStore certificates;
    private final CaseAccess access;
    private final Processes processes;
    private final Registers registers;
    private final Outcomes outcomes;
    private final ChangeLog log;
    private final Clock clock;

    public Cases(
            Applying applying,
            Acting acting,
            CaseStore cases,
            TaskStore tasks,
            ClockStore clocks,
            DecisionStore decisions,
            CaseAttachmentStore attachments,
            CertificateStore certificates,
            CaseAccess access,
            Processes processes,
            Registers registers,
            PlatformTransactionManager transactions,
            ChangeLog log,
            Clock clock) {
        this.applying = applying;
        this.acting = acting;
        this.cases = cases;
        this.tasks = tasks;
        this.clocks = clocks;
        this.decisions = decisions;
        this.attachments = attachments;
        this.certificates = certificates;
        this.access = access;
        this.processes = processes;
        this.registers = registers;
        this.outcomes = new Outcomes(transactions);
        this.log = log;
        this.clock = clock;
    }

    /// @param typed by field id; only fields of the application's form are read
    /// @throws AccessDenied if the viewer may not apply
    public CaseResult apply(QualifiedId process, Map<String, String> typed, Viewer viewer) {
        return apply(process, typed, List.of(), "", viewer);
    }

    /// The same where something beside the record could not be read: it is told with all that is wrong with the rest.
    ///
    /// @param mark of the form that was sent, so that sent twice it is one application; blank where there is none
    public CaseResult apply(
            QualifiedId process, Map<String, String> typed, List<FieldError> unread, String mark, Viewer viewer) {
        if (!viewer.everywhere() && !viewer.mayAnywhere(Permission.APPLY)) {
            throw new AccessDenied(Permission.APPLY, process.toString());
        }
        Optional<ProcessDefinition> definition = processes.find(process);
        return definition.isEmpty()
                ? new CaseResult.Missing()
                : outcomes.of(() -> applying.apply(definition.get(), typed, unread, mark, viewer));
    }

    /// The case that came of a form of the viewer.
    public Optional<CaseFile> sent(String mark, Viewer viewer) {
        return mark.isEmpty() ? Optional.empty() : cases.sent(viewer.account(), mark);
    }

    /// Finishes a step.
    ///
    /// @param typed by field id; only fields of the step's form are read
    /// @param reason blank where there is none
    /// @param notice what the applicant was told in writing, where the action stops a clock; null where nothing was
    public CaseResult act(
            long task,
            String action,
            Map<String, String> typed,
            String reason,
            @Nullable WrittenNotice notice,
            Viewer viewer) {
        return act(task, action, typed, reason, notice, List.of(), viewer);
    }

    /// The same where something beside the record could not be read: it is told with all that is wrong with the rest.
    public CaseResult act(
            long task,
            String action,
            Map<String, String> typed,
            String reason,
            @Nullable WrittenNotice notice,
            List<FieldError> unread,
            Viewer viewer) {
        return outcomes.of(() -> acting.act(task, action, typed, reason, notice, unread, viewer));
    }

    /// The case as the viewer may see it, personal data covered unless they are his own; empty where he may not.
    public Optional<CaseView> find(String number, Viewer viewer) {
        return cases.find(number).flatMap(file -> {
            List<CaseTask> all = tasks.of(file.id());
            boolean plain = viewer.everywhere() || access.applied(viewer, file);
            return access.maySee(viewer, file, all) ? Optional.of(view(file, all, plain, viewer)) : Optional.empty();
        });
    }

    /// The case with its personal data, for who has taken a task of it; the reading itself is in the audit log. Empty
    /// for everybody else.
    @Transactional
    public Optional<CaseView> reveal(String number, Viewer viewer) {
        return cases.find(number).flatMap(file -> {
            List<CaseTask> all = tasks.of(file.id());
            if (!access.maySeePersonal(viewer, file, all)) return Optional.empty();
            log.open(new ChangeRequest(viewer.account(), "case.reveal", "case/" + file.number(), Map.of()));
            return Optional.of(view(file, all, true, viewer));
        });
    }

    private CaseView view(CaseFile file, List<CaseTask> all, boolean plain, Viewer viewer) {
        ProcessDefinition definition = processes.of(file);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Processes.ZONE);
        List<ClockStand> stands = new ArrayList<>();
        clocks.runs(file.id(), definition).forEach((id, runs) -> {
            boolean several = definition.clock(id).filter(CaseClock::again).isPresent();
            for (int run = 1; run <= runs.size(); run++) stands.add(stand(runs.get(run - 1), several ? run : 0, now));
        });
        EntrustedRegister register = registers.entrusted(definition.content());
        return new CaseView(
                file,
                definition,
                (plain ? register.find(file.record(), null) : register.masked(file.record())).orElseThrow(),
                all,
                stands,
                cases.events(file.id()),
                decisions.of(file.id(), processes::version),
                attachments.of(file.id()),
                file.state() == CaseState.CLOSED ? certificates.of(file.id()) : null,
                all.stream().filter(t -> t.open() && access.mayDo(viewer, t)).findFirst(),
                access.maySeePersonal(viewer, file, all),
                access.applied(viewer, file));
    }

    private ClockStand stand(LegalClock running, int run, LocalDateTime now) {
        LocalDateTime last = running.ledger().last().at();
        LocalDateTime at = now.isBefore(last) ? last : now;
        return new ClockStand(
                running,
                run,
                running.read(processes.calendar(), at),
                running.explain(LimitKind.LEGAL, processes.calendar(), at));
    }

    /// Cases that the viewer applied for, newest first.
    ///
    /// @param before id of the last case of the page before; null for the first page
    public List<CaseFile> applied(@Nullable Long before, int limit, Viewer viewer) {
        return viewer.mayAnywhere(Permission.APPLY) ? cases.ofApplicant(viewer.account(), before, limit) : List.of();
    }

    /// The application's form, with what was typed and what is wrong with it.
    public RecordForm form(ProcessDefinition process, Map<String, String> typed, List<FieldError> errors) {
        RecordForm whole = registers.entrusted(process.content()).form(null, typed, errors);
        return whole.only(process.form());
    }

    /// A value of a case that is no field's, such as what a decision answered; empty where there is none.
    ///
    /// @param shape its type and unit
    public String show(CaseView view, Field shape, @Nullable Object value, Language language) {
        return registers.entrusted(view.definition().content()).show(shape, value, language);
    }

    /// A step's form for no case in particular, as it is filled in for several at once.
    public RecordForm form(
            ProcessDefinition process, Step step, Map<String, String> typed, List<FieldError> errors) {
        return registers.entrusted(process.content()).form(null, typed, errors).only(step.form());
    }

    /// A step's form for a case that the viewer has a task of.
    public RecordForm form(CaseView view, Map<String, String> typed, List<FieldError> errors) {
        List<String> fields = view.mine()
                .flatMap(task -> view.definition().step(task.step()))
                .map(step -> step.form())
                .orElse(List.of());
        return registers.entrusted(view.definition().content())
                .form(view.content(), typed, errors)
                .only(fields);
    }
}
