package org.luoshi.process.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.DraftFile;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.pack.process.FileField;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.pack.process.Trigger;
import org.luoshi.process.CaseFile;
import org.luoshi.process.CaseResult;
import org.luoshi.process.CaseState;
import org.luoshi.process.EventKind;
import org.luoshi.process.Processes;
import org.luoshi.process.internal.engine.Journey;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.VersionStore;
import org.luoshi.register.EntrustedRegister;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormReading;
import org.luoshi.register.RegisterRecord;
import org.springframework.stereotype.Component;

/// Makes a case of an application.
@Component
public class Applying {

    private final Mover mover;
    private final VersionStore versions;
    private final Attaching attaching;
    private final ChangeLog log;
    private final Clock clock;

    public Applying(Mover mover, VersionStore versions, Attaching attaching, ChangeLog log, Clock clock) {
        this.attaching = attaching;
        this.mover = mover;
        this.versions = versions;
        this.log = log;
        this.clock = clock;
    }

    /// Call within a transaction.
    ///
    /// @param mark of the form that was sent; blank where there is none
    public CaseResult apply(
            ProcessDefinition definition, Map<String, String> typed, List<FieldError> unread, String mark, Viewer viewer) {
        if (!mark.isEmpty()) {
            Optional<CaseFile> before = mover.cases.sentBefore(viewer.account(), mark);
            if (before.isPresent()) return new CaseResult.TooLate(viewer.account(), before.get().openedAt(), null);
        }
        EntrustedRegister register = mover.register(definition.content());
        FormReading reading = register.read(Mover.only(definition.form(), typed), null, viewer);
        List<DraftFile> files = attaching.hold(Attaching.place(definition.id()), definition.attached(), viewer);
        check(definition, register, reading, files, unread);
        VersionStore.Version version = versions.find(definition)
                .orElseThrow(() -> new IllegalStateException("version of %s not kept".formatted(definition.id())));
        Journey journey = new Journey(definition, reading.values(), register::environment, null);
        mover.engine.begin(versions.deployed(version.id(), () -> mover.engine.deploy(definition)), journey);
        mover.mustHaveDecided(journey);
        Change change = log.open(new ChangeRequest(
                viewer.account(),
                "case.apply",
                definition.id().toString(),
                Attaching.details(Map.of("version", String.valueOf(version.id())), files)));
        LocalDate today = LocalDate.ofInstant(change.knownAt(), Processes.ZONE);
        String number = mover.cases.nextNumber(definition.prefix(), today.getYear());
        RegisterRecord content = register.create(
                numbered(register, Mover.merged(reading.values(), journey.answers()), number), change);
        CaseFile file = opened(definition, version.id(), number, content, journey.instance(), viewer, change);
        if (!mark.isEmpty()) mover.cases.mark(file, mark);
        attaching.give(file, files, null, change);
        mover.cases.append(file, EventKind.APPLIED, null, null, null, change);
        mover.keep(file, journey, change);
        mover.arrive(file, definition, journey, content, change);
        ClockMoves moves = mover.clocks(file.id(), definition, change.knownAt());
        moves.happen(new Trigger.Applied(), null, null);
        return new CaseResult.Done(
                mover.conclude(file, definition, CaseState.RUNNING, journey, content, moves, change), change);
    }

    private CaseFile opened(
            ProcessDefinition definition,
            long version,
            String number,
            RegisterRecord content,
            String instance,
            Viewer viewer,
            Change change) {
        CaseFile file = new CaseFile(
                0,
                number,
                definition.id(),
                version,
                content.id(),
                0,
                mover.label(definition, content),
                mover.unit(definition, content),
                viewer.account(),
                CaseState.RUNNING,
                null,
                instance,
                0,
                change.knownAt(),
                null,
                null);
        Map<String, @Nullable Object> facts = new CaseRow(mover.processes.calendar()).of(file, null, definition, Map.of());
        long row = mover.register(definition.cases().id()).create(facts, change).id();
        return mover.cases.insert(file.inRow(row), change);
    }

    private void check(
            ProcessDefinition definition,
            EntrustedRegister register,
            FormReading reading,
            List<DraftFile> files,
            List<FieldError> unread) {
        int year = LocalDate.ofInstant(clock.instant(), Processes.ZONE).getYear();
        FormMistakes mistakes = new FormMistakes(unread);
        String number = CaseStore.number(definition.prefix(), year, 0);
        mistakes.check(register, reading, numbered(register, reading.values(), number), null);
        Set<String> required = definition.files().stream()
                .filter(FileField::required)
                .map(FileField::id)
                .collect(Collectors.toSet());
        attaching.need(definition, required, files, 0, mistakes);
        if (!mistakes.isEmpty()) throw new NotPossible(mistakes.errors());
    }

    /// With the case's number, where the content has a place for it.
    private static Map<String, @Nullable Object> numbered(
            EntrustedRegister register, Map<String, @Nullable Object> values, String number) {
        boolean place = register.entity().key().contains(CaseRegister.NUMBER);
        return place ? Mover.merged(values, Map.of(CaseRegister.NUMBER, number)) : Mover.merged(values, Map.of());
    }
}
