package org.luoshi.web.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.warning.Refused;
import org.luoshi.warning.Warning;
import org.luoshi.warning.Warning.State;
import org.luoshi.warning.WarningFilter;
import org.luoshi.warning.Warnings;
import org.luoshi.web.access.People;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FormError;
import org.luoshi.web.part.Pager;
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

/// The list of warnings, and one of them with what shows it and what is done about it.
@Controller
class WarningPages {

    private static final int LONGEST_TEXT = 400;

    /// Open warnings offered as a cause.
    private static final int CAUSES = 50;

    private static final WarningFilter OPEN = new WarningFilter(null, true, null);

    private final Warnings warnings;
    private final WarningWords words;
    private final Units units;
    private final People people;
    private final Messages messages;
    private final Pages pages;
    private final Clock clock;

    WarningPages(
            Warnings warnings, WarningWords words, Units units, People people, Messages messages, Pages pages, Clock clock) {
        this.warnings = warnings;
        this.words = words;
        this.units = units;
        this.people = people;
        this.messages = messages;
        this.pages = pages;
        this.clock = clock;
    }

    /// What people do, in the order in which it is done.
    enum Deed {
        ACKNOWLEDGE,
        ASSIGN,
        HANDLE,
        VERIFY,
        RETURN,
        REOPEN,
        LEVEL,
        GROUP,
        SILENCE
    }

    @Allow(Permission.READ)
    @GetMapping("/warnings")
    View list(Shell shell, Viewer viewer) {
        WarningFilter filter = filter(shell);
        int page = shell.address().page();
        Warnings.Page found = warnings.list(filter, (long) (page - 1) * Pager.SIZE, Pager.SIZE, viewer);
        Instant now = clock.instant();
        return pages.showInThePresent(
                HttpStatus.OK,
                "warning/list",
                new WarningsView(
                        filters(filter, shell),
                        found.warnings().stream().map(it -> line(it, now)).toList(),
                        Pager.of(shell.address(), page, Pager.SIZE, found.total())));
    }

    private WarningsView.Line line(Warning warning, Instant now) {
        return new WarningsView.Line(
                "/warnings/" + warning.id(),
                warning.colour().level(),
                warning.exercise(),
                words.title(warning),
                warning.thing(),
                "/units/" + warning.unit(),
                units.name(warning.unit()),
                words.state(warning.state()),
                words.notes(warning, now),
                warning.raisedAt(),
                warning.confirmBy());
    }

    /// Without a word about it, those that are open.
    private WarningFilter filter(Shell shell) {
        String unit = shell.address().first("unit");
        String state = shell.address().first("state");
        if (state != null && !state.isEmpty() && !state.equals("open") && !state.equals("closed"))
            throw new BadRequest("error.mistyped", "state", state);
        return new WarningFilter(
                unit == null || unit.isBlank()
                        ? null
                        : units.find(unit).map(Unit::id).orElseThrow(() -> new NotFound("unit " + unit)),
                !"closed".equals(state),
                Address.chosen(WarningColour.values(), "colour", shell.address().first("colour")));
    }

    private List<FilterField> filters(WarningFilter filter, Shell shell) {
        return List.of(
                FilterField.select(
                        "unit",
                        shell.t("plan.unit"),
                        filter.unit(),
                        units.tree().units().stream()
                                .map(unit -> new Option(unit.id(), shell.say(unit.shortName())))
                                .toList()),
                FilterField.select(
                        "colour",
                        shell.t("warning.level"),
                        filter.colour() == null ? null : WarningWords.word(filter.colour()),
                        colours(shell)),
                FilterField.select(
                        "state",
                        shell.t("warning.state"),
                        filter.open() ? "open" : "closed",
                        List.of(
                                new Option("open", shell.t("warning.open")),
                                new Option("closed", shell.t("warning.state.closed")))));
    }

    private static List<Option> colours(Shell shell) {
        return Arrays.stream(WarningColour.values())
                .map(it -> new Option(WarningWords.word(it), shell.t("level." + it.level())))
                .toList();
    }

    @Allow(Permission.READ)
    @GetMapping("/warnings/{id}")
    View one(@PathVariable UUID id, Shell shell, Viewer viewer) {
        return show(HttpStatus.OK, id, null, "", null, shell, viewer);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/warnings/{id}")
    View act(
            @PathVariable UUID id,
            @RequestParam int number,
            @RequestParam("do") String wanted,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String colour,
            @RequestParam(defaultValue = "") String cause,
            Shell shell,
            Viewer viewer) {
        Deed deed = Address.chosen(Deed.values(), "do", wanted);
        if (deed == null) throw new BadRequest("error.mistyped", "do", wanted);
        Warning warning = warnings.find(id, viewer).orElseThrow(() -> new NotFound("warning " + id));
        if (text.length() > LONGEST_TEXT)
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, deed, text, messages.text("warning.text.long"), shell, viewer);
        Optional<Refused> refused = act(deed, warning, number, text, colour, cause, viewer);
        if (refused.isEmpty()) return new RedirectView("/warnings/" + id, false, true, false);
        HttpStatus status = refused.get() == Refused.CHANGED_MEANWHILE ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        Text why = messages.text("warning.refused." + WarningWords.word(refused.get()));
        return show(status, id, deed, text, why, shell, viewer);
    }

    private Optional<Refused> act(
            Deed deed, Warning warning, int number, String text, String colour, String cause, Viewer viewer) {
        UUID id = warning.id();
        return switch (deed) {
            case ACKNOWLEDGE -> warnings.acknowledge(id, number, viewer);
            case ASSIGN -> warnings.assign(id, number, text, viewer);
            case HANDLE -> warnings.handle(id, number, text, viewer);
            case VERIFY -> warnings.verify(id, number, true, text, viewer);
            case RETURN -> warnings.verify(id, number, false, text, viewer);
            case REOPEN -> warnings.reopen(id, number, text, viewer);
            case LEVEL -> {
                WarningColour to = Address.chosen(WarningColour.values(), "colour", colour);
                yield to == null ? Optional.of(Refused.NOT_NOW) : warnings.level(id, number, to, text, viewer);
            }
            case GROUP -> warnings.group(id, number, uuid(cause), text, viewer);
            case SILENCE -> {
                if (text.isBlank()) yield Optional.of(Refused.NO_REASON);
                warnings.silence(warning.unit(), warning.rule(), warning.thing(), Duration.ofHours(24), text, viewer);
                yield Optional.empty();
            }
        };
    }

    private static UUID uuid(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException no) {
            throw new BadRequest("error.mistyped", "cause", written);
        }
    }

    private View show(
            HttpStatus status, UUID id, @Nullable Deed deed, String typed, @Nullable Text wrong, Shell shell, Viewer viewer) {
        Warning warning = warnings.find(id, viewer).orElseThrow(() -> new NotFound("warning " + id));
        WarningRule rule = words.rule(warning.rule());
        var names = people.names();
        UUID cause = warning.cause();
        return pages.showInThePresent(
                status,
                "warning/item",
                new WarningView(
                        warning.id().toString(),
                        warning.number(),
                        warning.colour().level(),
                        warning.exercise(),
                        words.title(warning),
                        warning.thing(),
                        units.name(warning.unit()),
                        "/units/" + warning.unit(),
                        warning.rule().toString(),
                        words.state(warning.state()),
                        words.notes(warning, clock.instant()),
                        warning.raisedAt(),
                        warning.knownAt(),
                        warning.confirmBy(),
                        warning.assignee(),
                        rule == null ? null : rule.advice(),
                        cause == null ? null : warnings.find(cause, viewer).map(this::link).orElse(null),
                        warnings.symptoms(warning, viewer).stream().map(this::link).toList(),
                        warnings.findings(warning).stream()
                                .map(it -> new WarningView.Proof(
                                        it.at(),
                                        it.colour().level(),
                                        words.kind(it.kind()),
                                        words.shown(it, shell),
                                        it.shown().shares().stream().map(share -> words.share(share, shell)).toList(),
                                        it.version()))
                                .toList(),
                        warnings.steps(warning).stream()
                                .map(it -> new WarningView.Line(
                                        it.at(),
                                        names.apply(it.actor()),
                                        it.colour().level(),
                                        words.step(it.kind()),
                                        it.reason()))
                                .toList(),
                        acts(warning, viewer),
                        colours(shell),
                        causes(warning, viewer, shell),
                        typed,
                        deed == null ? null : WarningWords.word(deed),
                        wrong == null || deed == null ? List.of() : List.of(new FormError("text-" + WarningWords.word(deed), wrong))));
    }

    private WarningView.Link link(Warning warning) {
        return new WarningView.Link("/warnings/" + warning.id(), words.title(warning), warning.thing());
    }

    private List<Option> causes(Warning warning, Viewer viewer, Shell shell) {
        if (!warnings.mayAct(warning, viewer)) return List.of();
        return warnings.list(OPEN, 0, CAUSES, viewer).warnings().stream()
                .filter(it -> !it.id().equals(warning.id()) && it.cause() == null && it.exercise() == warning.exercise())
                .map(it -> new Option(it.id().toString(), shell.say(words.title(it)) + " · " + it.thing()))
                .toList();
    }

    /// Open to the viewer in this state. That a verifier is another person is told where it is tried.
    private List<WarningView.Act> acts(Warning warning, Viewer viewer) {
        if (!warnings.mayAct(warning, viewer)) return List.of();
        List<Deed> deeds = new ArrayList<>(
                switch (warning.state()) {
                    case RAISED -> List.of(Deed.ACKNOWLEDGE, Deed.ASSIGN);
                    case ACKNOWLEDGED, ASSIGNED -> List.of(Deed.HANDLE, Deed.ASSIGN);
                    case HANDLED -> List.of(Deed.VERIFY, Deed.RETURN);
                    case CLOSED -> List.of(Deed.REOPEN);
                });
        if (warning.state() != State.CLOSED) deeds.addAll(List.of(Deed.LEVEL, Deed.GROUP, Deed.SILENCE));
        return deeds.stream().map(this::act).toList();
    }

    private WarningView.Act act(Deed deed) {
        String word = WarningWords.word(deed);
        return new WarningView.Act(
                word,
                messages.text("warning.do." + word),
                deed == Deed.ACKNOWLEDGE ? null : messages.text("warning.text." + word),
                switch (deed) {
                    case LEVEL -> "colour";
                    case GROUP -> "cause";
                    default -> null;
                });
    }
}
