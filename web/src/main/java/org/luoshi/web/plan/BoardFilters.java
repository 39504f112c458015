package org.luoshi.web.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Plan;
import org.luoshi.pack.StatusRule.Status;
import org.luoshi.plan.BoardFilter;
import org.luoshi.register.WrittenTime;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.FilterField.Option;
import org.luoshi.web.part.Pager;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// The board's filters, as the address says and as the bar shows them.
@Component
class BoardFilters {

    /// Stands in an address for all statuses that are off the path.
    static final String OFF = "off";

    private static final Set<Status> OFF_PATH = EnumSet.of(Status.AT_RISK, Status.BEHIND);
    private static final Set<UnitKind> LEADING = EnumSet.of(
            UnitKind.CITY,
            UnitKind.DISTRICT,
            UnitKind.FUNCTIONAL_AREA,
            UnitKind.DEPARTMENT,
            UnitKind.ENTERPRISE,
            UnitKind.INSTITUTION);

    private final PlanDesk desk;
    private final Units units;

    BoardFilters(PlanDesk desk, Units units) {
        this.desk = desk;
        this.units = units;
    }

    BoardFilter read(Shell shell) {
        String focus = value(shell, "focus");
        String named = value(shell, "status");
        Status status = PlanDesk.status(named);
        Set<Status> statuses = OFF.equals(named) ? OFF_PATH : status == null ? Set.of() : Set.of(status);
        return new BoardFilter(
                focus == null ? Set.of() : Set.of(focus),
                value(shell, "measure"),
                statuses,
                value(shell, "unit"),
                BoardFilter.Part.ANY,
                date(shell, "due_from"),
                date(shell, "due_to"),
                value(shell, "q"),
                BoardFilter.Order.PLAN,
                (page(shell) - 1) * Pager.SIZE,
                Pager.SIZE);
    }

    int page(Shell shell) {
        String page = value(shell, "page");
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    List<FilterField> fields(Plan plan, Shell shell) {
        List<Option> focuses = plan.focuses().stream()
                .sorted(Comparator.comparingInt(Plan.Focus::order))
                .map(f -> new Option(f.id(), shell.say(f.title())))
                .toList();
        List<Option> statuses = Stream.concat(
                        Stream.of(new Option(OFF, shell.t("plan.off"))),
                        PlanDesk.ORDER.stream()
                                .map(s -> new Option(s.name().toLowerCase(Locale.ROOT), shell.say(desk.tag(plan, s, shell).title()))))
                .toList();
        List<Option> leading = units.tree(shell.asOf().moment()).units().stream()
                .filter(u -> LEADING.contains(u.kind()))
                .sorted(Comparator.comparing(Unit::kind))
                .map(u -> new Option(u.id(), shell.say(u.shortName())))
                .toList();
        String measure = value(shell, "measure");
        return Stream.concat(
                        Stream.of(
                                FilterField.select("focus", shell.t("plan.focus"), value(shell, "focus"), focuses),
                                FilterField.select("status", shell.t("plan.status"), value(shell, "status"), statuses),
                                FilterField.select("unit", shell.t("plan.unit"), value(shell, "unit"), leading),
                                FilterField.input("due_to", shell.t("plan.due-by"), "date", value(shell, "due_to")),
                                FilterField.input("q", shell.t("plan.words"), "search", value(shell, "q"))),
                        measure == null
                                ? Stream.of()
                                : Stream.of(FilterField.input("measure", shell.t("plan.measure"), "hidden", measure)))
                .toList();
    }

    private static @Nullable LocalDate date(Shell shell, String name) {
        String written = value(shell, name);
        if (written == null) return null;
        return WrittenTime.day(written).orElseThrow(() -> new BadRequest("error.mistyped", name, written));
    }

    private static @Nullable String value(Shell shell, String name) {
        String value = shell.address().first(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
