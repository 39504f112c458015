package org.luoshi.plan.internal.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.EditResult.Problem;

/// Writes and reads workbooks of the plan.
public final class Workbooks {

    private Workbooks() {}

    /// @param plan id as the workbook has it
    /// @param version of the plan it was written from
    public record Stamp(String plan, int version) {}

    /// @param problems each with `sheet!cell`
    /// @param places where each item's id stands, by id (milestones as `commitment/milestone`)
    public record Reading(
            List<Plan.Focus> focuses, List<Problem> problems, java.util.Map<String, String> places) {}

    public static byte[] write(Plan plan, int version, List<Unit> units, List<QualifiedId> indicators) {
        return WorkbookWriter.write(plan, version, new UnitWords(sorted(units)), indicators);
    }

    /// Whether it is safe to open: a workbook is held in memory as a whole.
    public static boolean unpacksWithin(byte[] file, long bytes) {
        return Unpacked.within(file, bytes);
    }

    public static Optional<Stamp> stamp(byte[] file) {
        return WorkbookReader.stamp(file).map(s -> new Stamp(s.plan(), s.version()));
    }

    public static Reading read(byte[] file, List<Unit> units) throws IOException {
        WorkbookReader.Reading reading = WorkbookReader.read(file, new UnitWords(sorted(units)));
        return new Reading(reading.focuses(), reading.problems(), reading.places());
    }

    private static List<Unit> sorted(List<Unit> units) {
        List<Unit> sorted = new ArrayList<>(units);
        sorted.sort(Comparator.comparing(Unit::kind).thenComparing(Unit::id));
        return sorted;
    }
}
