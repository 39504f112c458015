package org.luoshi.web.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Field;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck;
import org.luoshi.pack.QualityCheck.Kind;
import org.luoshi.quality.DataQuality;
import org.luoshi.quality.QualityFilter;
import org.luoshi.quality.QualityItem;
import org.luoshi.quality.QualityItem.State;
import org.luoshi.quality.QualityLook;
import org.luoshi.register.Registers;
import org.luoshi.web.access.People;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FormError;
import org.luoshi.web.part.Pager;
import org.luoshi.web.register.RecordWords;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Address;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Data-quality items: the list, and one of them with what its unit says of it.
@Controller
class QualityPages {

    private static final int LONGEST_REASON = 400;

    private final DataQuality quality;
    private final QualityWords words;
    private final Registers registers;
    private final RecordWords values;
    private final Units units;
    private final People people;
    private final Messages messages;
    private final Pages pages;

    QualityPages(
            DataQuality quality,
            QualityWords words,
            Registers registers,
            RecordWords values,
            Units units,
            People people,
            Messages messages,
            Pages pages) {
        this.quality = quality;
        this.words = words;
        this.registers = registers;
        this.values = values;
        this.units = units;
        this.people = people;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/quality")
    View items(Shell shell, Viewer viewer) {
        QualityFilter filter = filter(shell);
        int page = shell.address().page();
        DataQuality.Page found = quality.list(filter, (long) (page - 1) * Pager.SIZE, Pager.SIZE, viewer);
        Map<QualifiedId, Map<Long, String>> labels = labels(found.items(), viewer);
        List<QualityView.Line> lines = found.items().stream()
                .map(item -> new QualityView.Line(
                        "/quality/" + item.id(),
                        words.title(item),
                        what(item, labels, shell),
                        "/units/" + item.unit(),
                        units.name(item.unit()),
                        words.kind(item.kind()),
                        words.state(item.state()),
                        item.since()))
                .toList();
        return pages.showInThePresent(
                HttpStatus.OK,
                "quality/items",
                new QualityView(
                        filters(filter, shell),
                        lines,
                        Pager.of(shell.address(), page, Pager.SIZE, found.total()),
                        quality.looks().stream().map(this::look).toList()));
    }

    /// Without a word about the state, those that are open.
    private QualityFilter filter(Shell shell) {
        String state = shell.address().first("state");
        String indicator = shell.address().first("indicator");
        Set<QualifiedId> entities = indicator == null || indicator.isBlank()
                ? Set.of()
                : registers.packs().indicators()
                        .filter(one -> one.id().toString().equals(indicator))
                        .findFirst()
                        .map(quality::sources)
                        .orElseThrow(() -> new NotFound("indicator " + indicator));
        String unit = shell.address().first("unit");
        return new QualityFilter(
                unit == null || unit.isBlank() ? null : units.find(unit).map(Unit::id).orElseThrow(() -> new NotFound("unit " + unit)),
                Address.chosen(Kind.values(), "kind", shell.address().first("kind")),
                state == null ? State.OPEN : Address.chosen(State.values(), "state", state),
                entities);
    }

    private List<FilterField> filters(QualityFilter filter, Shell shell) {
        List<Option> owners = units.tree().units().stream()
                .map(unit -> new Option(unit.id(), shell.say(unit.shortName())))
                .toList();
        List<FilterField> fields = new ArrayList<>(List.of(
                FilterField.select("unit", shell.t("plan.unit"), filter.unit(), owners),
                FilterField.select(
                        "kind",
                        shell.t("quality.kind"),
                        filter.kind() == null ? null : QualityWords.word(filter.kind()),
                        Stream.of(Kind.values())
                                .map(kind -> new Option(QualityWords.word(kind), shell.say(words.kind(kind))))
                                .toList()),
                FilterField.select(
                        "state",
                        shell.t("quality.state"),
                        filter.state() == null ? null : QualityWords.word(filter.state()),
                        Stream.of(State.values())
                                .map(state -> new Option(QualityWords.word(state), shell.say(words.state(state))))
                                .toList())));
        String indicator = shell.address().first("indicator");
        if (indicator != null) fields.add(FilterField.input("indicator", "", "hidden", indicator));
        return fields;
    }

    private String what(QualityItem item, Map<QualifiedId, Map<Long, String>> labels, Shell shell) {
        if (item.record() == null) return words.finding(item, shell);
        return labels.getOrDefault(item.entity(), Map.of()).getOrDefault(item.record(), "#" + item.record());
    }

    private Map<QualifiedId, Map<Long, String>> labels(List<QualityItem> items, Viewer viewer) {
        Map<QualifiedId, Set<Long>> wanted = new HashMap<>();
        items.stream()
                .filter(item -> item.record() != null && registers.packs().entity(item.entity()).isPresent())
                .forEach(item -> wanted.computeIfAbsent(item.entity(), unused -> new HashSet<>()).add(item.record()));
        Map<QualifiedId, Map<Long, String>> labels = new HashMap<>();
        wanted.forEach((entity, ids) -> labels.put(entity, registers.of(entity).labels(ids, viewer)));
        return labels;
    }

    private QualityView.Look look(QualityLook look) {
        QualityCheck check = look.check();
        Text note = look.late()
                ? messages.text("quality.look.late")
                : look.unjudged() == null ? null : messages.text("quality.look." + QualityWords.word(look.unjudged()));
        return new QualityView.Look(
                check.title(),
                words.kind(check.rule().kind()),
                registers.packs().entity(check.entity()).orElseThrow().plural(),
                "/registers/" + check.entity(),
                look.at(),
                note);
    }

    @Allow(Permission.READ)
    @GetMapping("/quality/{id}")
    View item(@PathVariable long id, Shell shell, Viewer viewer) {
        return show(HttpStatus.OK, id, "", null, false, shell, viewer);
    }

    @Allow(Permission.WRITE_RECORD)
    @PostMapping("/quality/{id}")
    View answer(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String reason,
            Shell shell,
            Viewer viewer) {
        State wanted = Address.chosen(new State[] {State.OPEN, State.EXPLAINED, State.DISMISSED}, "state", state);
        if (wanted == null) throw new BadRequest("error.mistyped", "state", state);
        if (wanted != State.OPEN && reason.isBlank())
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, reason, messages.text("quality.reason.missing"), false, shell, viewer);
        if (reason.length() > LONGEST_REASON)
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, reason, messages.text("quality.reason.long"), false, shell, viewer);
        if (quality.find(id, viewer).isEmpty()) throw new NotFound("data-quality item " + id);
        return quality.answer(id, version, wanted, reason, viewer)
                ? new RedirectView("/quality/" + id, false, true, false)
                : show(HttpStatus.CONFLICT, id, reason, null, true, shell, viewer);
    }

    private View show(
            HttpStatus status, long id, String typed, @Nullable Text wrong, boolean moved, Shell shell, Viewer viewer) {
        QualityItem item = quality.find(id, viewer).orElseThrow(() -> new NotFound("data-quality item " + id));
        var names = people.names();
        return pages.showInThePresent(
                status,
                "quality/item",
                new QualityItemView(
                        item.id(),
                        item.version(),
                        words.title(item),
                        words.finding(item, shell),
                        words.kind(item.kind()),
                        words.state(item.state()),
                        units.name(item.unit()),
                        "/units/" + item.unit(),
                        words.register(item),
                        "/registers/" + item.entity(),
                        item.since(),
                        quality.check(item.check()).map(QualityCheck::advice).orElse(null),
                        record(item, shell, viewer),
                        quality.history(item).stream()
                                .map(step -> new QualityItemView.Step(
                                        step.at(), names.apply(step.actor()), words.state(step.state()), step.reason()))
                                .toList(),
                        answers(item, viewer),
                        typed,
                        wrong == null ? List.of() : List.of(new FormError("reason", wrong)),
                        moved));
    }

    private List<QualityItemView.Answer> answers(QualityItem item, Viewer viewer) {
        if (!quality.mayAnswer(item, viewer)) return List.of();
        return Stream.of(State.EXPLAINED, State.DISMISSED, State.OPEN)
                .filter(state -> state != item.state())
                .map(state -> new QualityItemView.Answer(
                        QualityWords.word(state), messages.text("quality.answer." + QualityWords.word(state))))
                .toList();
    }

    private QualityItemView.@Nullable Row record(QualityItem item, Shell shell, Viewer viewer) {
        Long id = item.record();
        if (id == null || registers.packs().entity(item.entity()).isEmpty()) return null;
        return registers.of(item.entity())
                .find(id, null, viewer)
                .map(record -> {
                    List<String> looked = quality.check(item.check()).map(QualityWords::fields).orElse(List.of());
                    List<Field> fields = values.fields(item.entity()).stream()
                            .filter(field -> looked.contains(field.id()))
                            .toList();
                    return new QualityItemView.Row(
                            "/registers/" + item.entity() + "/" + id,
                            registers.of(item.entity()).labels(Set.of(id), viewer).getOrDefault(id, "#" + id),
                            fields.stream()
                                    .map(field -> new QualityItemView.Line(
                                            field.title(),
                                            values.of(item.entity(), field, record.value(field.id()), shell.language())))
                                    .toList());
                })
                .orElse(new QualityItemView.Row(null, "#" + id, List.of()));
    }
}
