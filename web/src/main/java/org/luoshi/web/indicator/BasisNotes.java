package org.luoshi.web.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.ComparableUnits;
import org.luoshi.kernel.unit.ComparableUnits.StandIn;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Indicator;
import org.luoshi.web.part.BasisNote;
import org.luoshi.web.part.ChosenBasis;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// Which basis a page about figures was asked for, and what it says of it.
@Component
class BasisNotes {

    /// More are counted.
    private static final int LISTED = 8;

    private final Units units;

    BasisNotes(Units units) {
        this.units = units;
    }

    ChosenBasis chosen(Shell shell) {
        return ChosenBasis.read(shell.address().first(ChosenBasis.PARAMETER), units.tree(shell.asOf().moment()), shell);
    }

    boolean exists(String unit, ChosenBasis basis, Shell shell) {
        return basis.day() == null || units.on(basis.day(), shell.asOf().moment()).exists(unit);
    }

    BasisNote note(Indicator indicator, ChosenBasis basis, Shell shell) {
        if (basis.day() == null) {
            String href = shell.address().with(ChosenBasis.PARAMETER, ChosenBasis.TODAY);
            return new BasisNote(shell.t("basis.own"), href, shell.t("basis.to-day"), List.of());
        }
        ComparableUnits on = units.on(basis.day(), shell.asOf().moment());
        List<String> lines = new ArrayList<>(
                on.standIns().stream().limit(LISTED).map(standIn -> line(standIn, indicator.basis(), shell)).toList());
        if (on.standIns().size() > LISTED) lines.add(shell.t("basis.more", on.standIns().size() - LISTED));
        return new BasisNote(
                shell.t("basis.day", basis.day()),
                shell.address().with(ChosenBasis.PARAMETER, null),
                shell.t("basis.to-own"),
                lines);
    }

    /// In a file, where nothing can be followed.
    static String words(ChosenBasis basis, Shell shell) {
        return basis.day() == null ? shell.t("basis.own") : shell.t("basis.day", basis.day());
    }

    private static String line(StandIn standIn, Basis basis, Shell shell) {
        String unit = shell.say(standIn.unit().shortName());
        @Nullable Unit under = standIn.under().get(basis);
        if (under == null) return shell.t("basis.lost", unit);
        String place = shell.say(under.shortName());
        if (!standIn.split()) return shell.t("basis.merged", unit, place);
        String parts = standIn.living().stream()
                .map(part -> shell.say(part.shortName()))
                .collect(Collectors.joining(shell.t("basis.and")));
        return shell.t("basis.split", unit, parts, place);
    }
}
