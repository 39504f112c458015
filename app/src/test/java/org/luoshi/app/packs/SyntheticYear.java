package org.luoshi.app.packs;

import static org.luoshi.tables.Tables.ACCOUNT;
import static org.luoshi.tables.Tables.ACCOUNT_GRANT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.app.process.SampleCases;
import org.luoshi.app.sample.CitySampleUnits;
import org.luoshi.app.sample.Report;
import org.luoshi.app.sample.SampleHistory;
import org.luoshi.app.sample.SampleLoader;
import org.luoshi.app.sample.SampleOrder;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Pack;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.PackTest;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.Cases;
import org.luoshi.process.Deadlines;
import org.luoshi.process.Processes;
import org.luoshi.register.Registers;
import org.luoshi.testing.SteppingClock;
import org.luoshi.testing.TestContext;

/// Lives through the synthetic year of a pack and of those it needs, as the demonstration does, up to the last day that
/// a test asks about.
final class SyntheticYear {

    private static final LocalDate BEGIN = LocalDate.of(2024, 12, 1);

    private SyntheticYear() {}

    static void live(PackTest test, PackSet packs, SteppingClock clock, TestContext context) {
        LocalDate end = test.expect().stream()
                .filter(PackTest.Expectation.Figure.class::isInstance)
                .map(expected -> ((PackTest.Expectation.Figure) expected).asOf().plusDays(1))
                .max(LocalDate::compareTo)
                .orElseThrow();
        PackSet some = part(packs, test.id().pack());
        CitySampleUnits units = new CitySampleUnits(context.get(Units.class), packs);
        clock.moveTo(morning(BEGIN));
        Registers registers = context.get(Registers.class);
        SampleCases year = new SampleCases(
                new SampleCases.Door(
                        context.get(Cases.class), context.get(CaseOperations.class), context.get(Deadlines.class), registers),
                some,
                units,
                context.get(Processes.class).calendar(),
                SteppingClock.CITY,
                applicant(clock, context));
        context.transaction().executeWithoutResult(_ -> {
            year.plan(BEGIN, end);
            List<Report> reports = SampleHistory.of(SampleOrder.of(some), units, SampleOrder.milestones(packs)).stream()
                    .filter(report -> report.knownOn().isBefore(end))
                    .toList();
            new SampleLoader(registers, _ -> {}).load(reports, day -> {
                year.until(day, clock::moveTo);
                clock.moveTo(morning(day));
                context.get(Deadlines.class).run();
            });
            year.until(end, clock::moveTo);
        });
    }

    private static PackSet part(PackSet packs, String of) {
        Set<String> wanted = new HashSet<>();
        gather(packs, of, wanted);
        return new PackSet(packs.packs().stream().filter(p -> wanted.contains(p.id())).toList());
    }

    private static void gather(PackSet packs, String id, Set<String> wanted) {
        Pack pack = packs.packs().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
        if (wanted.add(id)) pack.depends().keySet().forEach(other -> gather(packs, other, wanted));
    }

    private static Viewer applicant(SteppingClock clock, TestContext context) {
        Viewer applicant = new Viewer("applicant", Text.same("applicant"), List.of(new Grant(Role.APPLICANT, "chengdu")));
        context.sql()
                .insertInto(ACCOUNT)
                .set(ACCOUNT.ID, applicant.account())
                .set(ACCOUNT.ZH, applicant.account())
                .set(ACCOUNT.EN, applicant.account())
                .set(ACCOUNT.PASSWORD_HASH, "")
                .set(ACCOUNT.CREATED_AT, clock.instant())
                .execute();
        context.sql()
                .insertInto(ACCOUNT_GRANT)
                .set(ACCOUNT_GRANT.ACCOUNT, applicant.account())
                .set(ACCOUNT_GRANT.ROLE, Role.APPLICANT.name())
                .set(ACCOUNT_GRANT.UNIT, "chengdu")
                .execute();
        return applicant;
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(SteppingClock.CITY).toInstant();
    }
}
