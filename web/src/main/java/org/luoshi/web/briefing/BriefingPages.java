package org.luoshi.web.briefing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.briefing.Briefing;
import org.luoshi.briefing.Briefings;
import org.luoshi.briefing.Draft;
import org.luoshi.briefing.Edition;
import org.luoshi.briefing.Format;
import org.luoshi.briefing.Print;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.Subject;
import org.luoshi.briefing.Unissuable;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.BriefingLayout;
import org.luoshi.pack.QualifiedId;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.BadRequest;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/// Composing, issuing and reading briefings.
@Controller
class BriefingPages {

    private static final int LISTED = 100;
    private static final Pattern COMMITMENTS = Pattern.compile(
            "commitments\\.(all|done|ahead|on_path|at_risk|behind|not_started|unknown|off_path|changed)");
    private static final Pattern MILESTONES = Pattern.compile("milestones\\.(due|due_next|overdue|reached|watch)");

    private final Briefings briefings;
    private final Units units;
    private final Pages pages;

    BriefingPages(Briefings briefings, Units units, Pages pages) {
        this.briefings = briefings;
        this.units = units;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/briefings")
    View briefings(Shell shell, Viewer viewer) {
        List<BriefingsView.Line> editions = briefings.editions(null, viewer, LISTED).stream()
                .map(edition -> new BriefingsView.Line(
                        edition.id(),
                        edition.briefing().title(),
                        edition.briefing().subjectName(),
                        edition.briefing().period().id(),
                        edition.number(),
                        edition.briefing().moment(),
                        edition.issuedBy(),
                        edition.issuedAt()))
                .toList();
        return pages.show("briefing/briefings", new BriefingsView(choices(shell, viewer), editions));
    }

    @Allow(Permission.READ)
    @GetMapping("/briefings/draft")
    View draft(@RequestParam String layout, @RequestParam String subject, Shell shell, Viewer viewer) {
        return show(HttpStatus.OK, composed(layout, subject, moment(shell), viewer), shell, viewer);
    }

    @Allow(Permission.READ)
    @GetMapping("/briefings/draft/{format}")
    View download(
            @PathVariable String format,
            @RequestParam String layout,
            @RequestParam String subject,
            Shell shell,
            Viewer viewer) {
        Draft draft = composed(layout, subject, moment(shell), viewer);
        return file(draft.briefing(), null, format(format), shell);
    }

    /// The draft is composed again as of the moment that was looked at, which gives the same.
    @Allow(Permission.ISSUE_BRIEFING)
    @PostMapping("/briefings/editions")
    View issue(
            @RequestParam String layout,
            @RequestParam String subject,
            @RequestParam String moment,
            Shell shell,
            Viewer viewer) {
        Draft draft = composed(layout, subject, looked(moment), viewer);
        try {
            Edition edition = briefings.issue(draft, viewer);
            return new RedirectView("/briefings/editions/" + edition.id());
        } catch (Unissuable refused) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, new Draft(draft.briefing(), refused.gaps()), shell, viewer);
        }
    }

    @Allow(Permission.READ)
    @GetMapping("/briefings/editions/{id:[0-9]{1,18}}")
    View edition(@PathVariable long id, Shell shell, Viewer viewer) {
        Edition edition = found(id, viewer);
        Briefing briefing = edition.briefing();
        String base = "/briefings/editions/" + id + "/";
        return pages.show("briefing/edition", new EditionView(
                title(briefing),
                Print.article(briefing, edition, shell.language(), BriefingLinks.of(briefing, shell.zone(), "")),
                edition.number(),
                edition.issuedBy(),
                edition.issuedAt(),
                briefing.moment(),
                edition.digest(),
                edition.change(),
                Arrays.stream(Format.values())
                        .map(format -> new DownloadLink(format.id(), base + format.id()))
                        .toList(),
                briefings.previous(edition).map(before -> previous(before, edition)).orElse(null)));
    }

    @Allow(Permission.READ)
    @GetMapping("/briefings/editions/{id:[0-9]{1,18}}/{format}")
    View download(@PathVariable long id, @PathVariable String format, Shell shell, Viewer viewer) {
        Edition edition = found(id, viewer);
        return file(edition.briefing(), edition, format(format), shell);
    }

    /// The rows that a figure counts.
    @Allow(Permission.READ)
    @GetMapping("/briefings/rows")
    View rows(
            @RequestParam String layout,
            @RequestParam String subject,
            @RequestParam String counted,
            Shell shell,
            Viewer viewer) {
        BriefingLayout named = named(layout);
        Instant moment = moment(shell);
        Subject about = subject(subject, named, moment);
        Briefing rows = briefings.rows(named, about, moment, counted(counted), viewer);
        return pages.show("briefing/rows", new RowsView(
                title(rows),
                rows.period(),
                rows.moment(),
                Print.article(rows, null, shell.language(), BriefingLinks.of(rows, shell.zone(), "")),
                shell.to("/briefings/draft?layout=" + layout + "&subject=" + subject)));
    }

    /// Whole addresses, since a file is read elsewhere.
    private static View file(Briefing briefing, @Nullable Edition edition, Format format, Shell shell) {
        String host = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        BriefingLinks links = BriefingLinks.of(briefing, shell.zone(), host);
        return new FileView(Print.of(briefing, edition, shell.language(), format, links));
    }

    private View show(HttpStatus status, Draft draft, Shell shell, Viewer viewer) {
        Briefing briefing = draft.briefing();
        String query = "?layout=" + briefing.layout() + "&subject=" + briefing.subject().key();
        List<DownloadLink> downloads = Arrays.stream(Format.values())
                .map(format -> new DownloadLink(format.id(), shell.to("/briefings/draft/" + format.id() + query)))
                .toList();
        return pages.show(status, "briefing/draft", new DraftView(
                title(briefing),
                Print.article(briefing, null, shell.language(), BriefingLinks.of(briefing, shell.zone(), "")),
                draft.gaps(),
                briefings.mayIssue(briefing.subject(), viewer),
                briefing.layout().toString(),
                briefing.subject().key(),
                briefing.moment(),
                downloads));
    }

    private Draft composed(String layoutId, String subjectKey, Instant moment, Viewer viewer) {
        BriefingLayout layout = named(layoutId);
        return briefings.compose(layout, subject(subjectKey, layout, moment), moment, viewer);
    }

    private Subject subject(String key, BriefingLayout layout, Instant moment) {
        Subject subject = subject(key);
        if (!briefings.exists(subject, moment)) throw new NotFound(key);
        if (!layout.of().contains(subject.kind())) throw new BadRequest("briefing.subject.wrong");
        return subject;
    }

    /// `commitments.changed`, `milestones.overdue`.
    private static Source counted(String written) {
        if (COMMITMENTS.matcher(written).matches()) return new Source.Count(written.substring(written.indexOf('.') + 1));
        if (MILESTONES.matcher(written).matches()) {
            return new Source.MilestoneCount(written.substring(written.indexOf('.') + 1));
        }
        throw new NotFound("counted " + written);
    }

    private BriefingLayout named(String id) {
        try {
            return briefings.layout(QualifiedId.parse(id)).orElseThrow(() -> new NotFound("layout " + id));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("briefing.layout.unreadable", id);
        }
    }

    private static Subject subject(String key) {
        try {
            return Subject.parse(key);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("briefing.subject.unreadable", key);
        }
    }

    private static Format format(String id) {
        return Format.find(id).orElseThrow(() -> new NotFound("format " + id));
    }

    private static Instant looked(String moment) {
        try {
            return Instant.parse(moment);
        } catch (DateTimeException e) {
            throw new BadRequest("asof.unreadable", moment);
        }
    }

    /// Whole microseconds, as changes have them.
    private static Instant moment(Shell shell) {
        Instant past = shell.asOf().moment();
        return (past == null ? shell.now() : past).truncatedTo(ChronoUnit.MICROS);
    }

    private Edition found(long id, Viewer viewer) {
        return briefings.edition(id, viewer).orElseThrow(() -> new NotFound("edition " + id));
    }

    private EditionView.Previous previous(Edition before, Edition now) {
        Text none = Text.same(Shell.MISSING);
        return new EditionView.Previous(
                "/briefings/editions/" + before.id(),
                before.number(),
                briefings.moved(before, now).stream()
                        .map(moved -> new EditionView.Moved(
                                moved.section(),
                                moved.source(),
                                or(moved.before(), none),
                                or(moved.after(), none)))
                        .toList());
    }

    private static Text or(@Nullable Text text, Text other) {
        return text == null ? other : text;
    }

    private static Text title(Briefing briefing) {
        return new Text(
                briefing.subjectName().zh() + briefing.title().zh(),
                briefing.subjectName().en() + ": " + briefing.title().en());
    }

    /// Only what the viewer may read the whole of; one who may not read the city begins with the own unit.
    private List<FilterField> choices(Shell shell, Viewer viewer) {
        List<Option> layouts = briefings.layouts().stream()
                .map(layout -> new Option(layout.id().toString(), shell.alone(layout.title())))
                .toList();
        List<Option> subjects = new ArrayList<>();
        if (briefings.mayRead(new Subject.City(), viewer)) {
            subjects.add(new Option("city", shell.t("briefing.city")));
            briefings.focuses(moment(shell)).forEach((id, title) ->
                    subjects.add(new Option("focus:" + id, shell.say(title))));
        }
        units.tree(moment(shell)).units().stream()
                .filter(unit -> unit.kind() != UnitKind.STREET && unit.kind() != UnitKind.TOWN
                        || viewer.scope(Permission.READ).contains(unit.id()))
                .filter(unit -> unit.kind() != UnitKind.CITY && unit.validity().contains(shell.day()))
                .filter(unit -> briefings.mayRead(new Subject.OfUnit(unit.id()), viewer))
                .forEach(unit -> subjects.add(new Option("unit:" + unit.id(), shell.say(unit.shortName()))));
        return List.of(
                FilterField.select(
                        "layout",
                        shell.t("briefing.layout"),
                        layouts.isEmpty() ? null : layouts.getFirst().value(),
                        layouts),
                FilterField.select(
                        "subject",
                        shell.t("briefing.subject"),
                        subjects.isEmpty() ? null : subjects.getFirst().value(),
                        subjects));
    }
}
