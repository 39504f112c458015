package org.luoshi.web.part;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.indicator.Viewpoint;
import org.luoshi.kernel.unit.UnitTree;
import org.luoshi.register.WrittenTime;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Shell;

/// By whose units figures of several periods are shown: each period's own, or for all of them the units of one day
/// 可比口径.
///
/// @param asked as an address says it; empty for each period's own
/// @param day null for each period's own
public record ChosenBasis(String asked, @Nullable LocalDate day) {

    public static final String PARAMETER = "basis";
    public static final String TODAY = "today";

    public static final ChosenBasis OWN = new ChosenBasis("", null);

    /// @param tree as known at the page's moment
    /// @throws BadRequest for what is no day, and for a day on which there is no unit
    public static ChosenBasis read(@Nullable String asked, UnitTree tree, Shell shell) {
        if (asked == null || asked.isBlank()) return OWN;
        boolean today = asked.strip().equals(TODAY);
        LocalDate day = today
                ? shell.day()
                : WrittenTime.day(asked).orElseThrow(() -> new BadRequest("basis.unreadable", asked));
        if (tree.units().stream().noneMatch(unit -> unit.validity().contains(day)))
            throw new BadRequest("basis.none", day);
        return new ChosenBasis(today ? TODAY : day.toString(), day);
    }

    public Viewpoint view(Shell shell) {
        return new Viewpoint(shell.asOf().moment(), day);
    }

    /// A link that keeps to the basis.
    public String on(String path) {
        return day == null ? path : path + (path.contains("?") ? "&" : "?") + PARAMETER + "=" + asked;
    }
}
