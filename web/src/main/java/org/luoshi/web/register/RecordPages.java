package org.luoshi.web.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.FieldChange;
import org.luoshi.register.RecordVersion;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.web.access.People;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One record: its values, its history, and its personal data for those who may see them.
@Controller
class RecordPages {

    private static final List<String> ACTIONS = List.of("create", "update", "delete", "import", "bulk_update");

    private final RegisterDesk desk;
    private final Pages pages;
    private final Messages messages;
    private final People people;
    private final List<RecordLink> links;

    RecordPages(RegisterDesk desk, Pages pages, Messages messages, People people, List<RecordLink> links) {
        this.desk = desk;
        this.pages = pages;
        this.messages = messages;
        this.people = people;
        this.links = links;
    }

    @Allow(Permission.READ)
    @GetMapping("/registers/{id}/{record:\\d+}")
    View record(
            @PathVariable String id,
            @PathVariable long record,
            @RequestParam(required = false) @Nullable String told,
            Shell shell,
            Viewer viewer) {
        Register register = desk.open(id, shell);
        RegisterRecord found = register.find(record, shell.asOf().moment(), viewer)
                .orElseThrow(() -> new NotFound("record " + id + "/" + record));
        return show(register, found, false, known(told), shell, viewer);
    }

    /// Looking is logged, so it is a button and not a link.
    @Allow(Permission.READ_PERSONAL)
    @PostMapping("/registers/{id}/{record:\\d+}/reveal")
    View reveal(@PathVariable String id, @PathVariable long record, Shell shell, Viewer viewer) {
        Register register = desk.open(id);
        RegisterRecord found =
                register.reveal(record, viewer).orElseThrow(() -> new NotFound("record " + id + "/" + record));
        return show(register, found, true, null, shell, viewer);
    }

    private View show(
            Register register,
            RegisterRecord record,
            boolean revealed,
            @Nullable String told,
            Shell shell,
            Viewer viewer) {
        Entity entity = register.entity();
        Language language = shell.language();
        boolean judged = register.isJudged(record);
        boolean verifier = shell.may(Permission.VERIFY_EVIDENCE) && !entity.reserved().isEmpty();
        Optional<Text> refusal = verifier ? register.refusalToJudge(record, viewer) : Optional.empty();
        Optional<Text> closed = judged && shell.may(Permission.WRITE_RECORD)
                ? Optional.of(messages.text("record.closed"))
                : refusal;
        return pages.show("register/record", new RecordView(
                RegisterDesk.path(entity),
                entity.plural(),
                RegisterDesk.label(register, record, language),
                record.id(),
                record.version(),
                record.knownFrom(),
                desk.synthetic(entity, shell),
                RecordLines.of(register, record, entity.fields(), shell, viewer),
                history(register, record.id(), shell, viewer),
                shell.may(Permission.WRITE_RECORD) && !judged,
                verifier && refusal.isEmpty(),
                closed.orElse(null),
                shell.may(Permission.READ_PERSONAL) && !record.masked().isEmpty(),
                revealed,
                links.stream().flatMap(link -> link.of(entity, record.id()).stream()).toList(),
                told));
    }

    private List<RecordView.Step> history(Register register, long record, Shell shell, Viewer viewer) {
        Instant asOf = shell.asOf().moment();
        List<RecordVersion> steps = register.history(record, viewer).stream()
                .filter(step -> asOf == null || !step.at().isAfter(asOf))
                .toList();
        Map<String, Set<Object>> values = new HashMap<>();
        steps.stream().flatMap(step -> step.changes().stream()).forEach(change -> Stream.of(
                        Optional.ofNullable(change.from()), Optional.ofNullable(change.to()))
                .flatMap(Optional::stream)
                .forEach(value -> values.computeIfAbsent(change.field(), _ -> new HashSet<>()).add(value)));
        Map<String, Map<Long, String>> references = register.references(values, viewer);
        Function<String, Text> names = people.names();
        return steps.stream()
                .map(step -> new RecordView.Step(
                        step.at(),
                        names.apply(step.by()),
                        action(step.action()),
                        step.version(),
                        step.version() == 1,
                        step.reason(),
                        step.changes().stream()
                                .map(change -> change(register, change, references, shell))
                                .toList()))
                .toList();
    }

    private static RecordView.Change change(
            Register register, FieldChange change, Map<String, Map<Long, String>> references, Shell shell) {
        Field field = register.entity().require(change.field());
        Map<Long, String> labels = references.getOrDefault(field.id(), Map.of());
        boolean hidden = change.from() != null && change.from().equals(change.to());
        return new RecordView.Change(
                field.title(),
                RegisterDesk.words(register, field, change.from(), shell.language(), labels),
                RegisterDesk.words(register, field, change.to(), shell.language(), labels),
                RegisterDesk.unit(field, shell),
                hidden);
    }

    private Text action(String action) {
        String verb = action.substring(action.lastIndexOf('.') + 1);
        return ACTIONS.contains(verb) ? messages.text("record.action." + verb) : Text.same(action);
    }

    private static @Nullable String known(@Nullable String told) {
        return told != null && List.of("written", "unchanged").contains(told) ? told : null;
    }
}
