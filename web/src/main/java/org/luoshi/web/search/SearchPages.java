package org.luoshi.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.plan.Board;
import org.luoshi.plan.BoardFilter;
import org.luoshi.plan.Plans;
import org.luoshi.register.Registers;
import org.luoshi.web.plan.PlanDesk;
import org.luoshi.web.search.SearchView.Group;
import org.luoshi.web.search.SearchView.Hit;
import org.luoshi.web.shell.Address;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One box for everything. Each kind is narrowed to what the viewer may read by the module that owns it.
@Controller
class SearchPages {

    private static final int HITS = 12;
    private static final int HITS_PER_REGISTER = 5;

    private final Plans plans;
    private final Registers registers;
    private final Units units;
    private final Messages messages;
    private final Pages pages;

    SearchPages(Plans plans, Registers registers, Units units, Messages messages, Pages pages) {
        this.plans = plans;
        this.registers = registers;
        this.units = units;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/search")
    View search(@RequestParam(required = false) @Nullable String q, Shell shell, Viewer viewer) {
        String asked = q == null ? "" : q.strip();
        if (asked.isEmpty()) return pages.show("search/search", new SearchView("", List.of(), 0));
        List<Group> groups = new ArrayList<>();
        List<Unit> found = unitsFound(asked, shell);
        add(groups, commitments(asked, shell, viewer));
        add(groups, measures(asked, shell));
        add(groups, units(found));
        add(groups, led(found, shell, viewer));
        add(groups, indicators(asked, shell));
        add(groups, registers(asked, shell));
        add(groups, records(asked, shell, viewer));
        add(groups, clauses(asked, shell));
        int total = groups.stream().mapToInt(group -> group.hits().size()).sum();
        return pages.show("search/search", new SearchView(asked, groups, total));
    }

    private static void add(List<Group> groups, Group group) {
        if (!group.hits().isEmpty()) groups.add(group);
    }

    private Group commitments(String asked, Shell shell, Viewer viewer) {
        BoardFilter filter = new BoardFilter(
                Set.of(),
                null,
                Set.of(),
                null,
                BoardFilter.Part.ANY,
                null,
                null,
                asked,
                BoardFilter.Order.STATUS,
                0,
                HITS);
        Board board = plans.board(filter, shell.asOf().moment(), viewer);
        List<Hit> hits = board.rows().stream()
                .map(row -> new Hit(
                        "/plan/" + row.id(), row.title(), units.name(row.lead(), shell.asOf().moment()), PlanDesk.tag(row.status())))
                .toList();
        String more = board.total() > HITS ? new Address("/plan", Map.of()).with("q", asked) : null;
        return new Group(messages.text("search.kind.commitments"), hits, more);
    }

    private Group measures(String asked, Shell shell) {
        List<Hit> hits = plans.plan(shell.asOf().moment()).stream()
                .flatMap(plan -> plan.focuses().stream())
                .flatMap(focus -> focus.measures().stream()
                        .filter(measure -> holds(measure.title(), asked))
                        .map(measure -> new Hit(
                                new Address("/plan", Map.of()).with("measure", measure.id()),
                                measure.title(),
                                focus.title(),
                                null)))
                .limit(HITS)
                .toList();
        return new Group(messages.text("search.kind.measures"), hits, null);
    }

    private List<Unit> unitsFound(String asked, Shell shell) {
        return units.tree(shell.asOf().moment()).units().stream()
                .filter(unit -> holds(unit.name(), asked)
                        || holds(unit.shortName(), asked)
                        || unit.id().equals(asked)
                        || unit.codes().stream().anyMatch(code -> code.code().equals(asked)))
                .limit(HITS)
                .toList();
    }

    private Group units(List<Unit> found) {
        List<Hit> hits = found.stream()
                .map(unit -> new Hit("/units/" + unit.id(), unit.name(), unit.kind().label(), null))
                .toList();
        return new Group(messages.text("search.kind.units"), hits, null);
    }

    /// What the units that were found lead, as far as the viewer may see it.
    private Group led(List<Unit> found, Shell shell, Viewer viewer) {
        List<Hit> hits = new ArrayList<>();
        for (Unit unit : found) {
            BoardFilter filter = BoardFilter.ALL.ofUnit(unit.id(), BoardFilter.Part.LEAD).page(0, 1);
            long leads = plans.board(filter, shell.asOf().moment(), viewer).total();
            if (leads == 0) continue;
            Text name = unit.name();
            Text words = new Text(
                    messages.say(Language.ZH, "search.led", name.zh(), leads),
                    messages.say(Language.EN, "search.led", name.en(), leads));
            hits.add(new Hit("/units/" + unit.id() + "#leads", words, unit.kind().label(), null));
        }
        return new Group(messages.text("search.kind.led"), hits, null);
    }

    private Group indicators(String asked, Shell shell) {
        List<Hit> hits = registers.packs(shell.asOf().moment()).indicators()
                .filter(indicator -> holds(indicator.title(), asked) || indicator.id().toString().equals(asked))
                .limit(HITS)
                .map((Indicator indicator) ->
                        new Hit("/indicators/" + indicator.id(), indicator.title(), indicator.source(), null))
                .toList();
        return new Group(messages.text("search.kind.indicators"), hits, null);
    }

    private Group registers(String asked, Shell shell) {
        List<Hit> hits = registers.packs(shell.asOf().moment()).entities()
                .filter(entity -> holds(entity.title(), asked)
                        || holds(entity.plural(), asked)
                        || entity.id().toString().equals(asked))
                .limit(HITS)
                .map(entity ->
                        new Hit("/registers/" + entity.id(), entity.plural(), Text.same(entity.id().toString()), null))
                .toList();
        return new Group(messages.text("search.kind.registers"), hits, null);
    }

    private Group records(String asked, Shell shell, Viewer viewer) {
        List<Hit> hits = new ArrayList<>();
        registers.search(asked, HITS_PER_REGISTER, shell.asOf().moment(), viewer).forEach((register, choices) -> choices.forEach(choice -> hits.add(
                new Hit(
                        "/registers/" + register.entity().id() + "/" + choice.id(),
                        Text.same(choice.label()),
                        new Text(
                                register.entity().title().zh() + " " + choice.key(),
                                register.entity().title().en() + " " + choice.key()),
                        null))));
        return new Group(messages.text("search.kind.records"), hits, null);
    }

    private Group clauses(String asked, Shell shell) {
        List<Hit> hits = plans.plan(shell.asOf().moment()).stream()
                .flatMap(plan -> plan.clauses().stream())
                .filter(clause -> holds(clause.gist(), asked))
                .limit(HITS)
                .map((Plan.Clause clause) -> new Hit(
                        "/clauses#" + clause.id(),
                        clause.gist(),
                        messages.text("clause.place", clause.paragraph(), clause.sentence()),
                        null))
                .toList();
        return new Group(messages.text("search.kind.clauses"), hits, null);
    }

    private static boolean holds(Text text, String asked) {
        return text.zh().contains(asked)
                || text.en().toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT));
    }
}
