package org.luoshi.app.demonstration;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jooq.DSLContext;
import org.luoshi.access.Accounts;
import org.luoshi.access.Units;
import org.luoshi.app.account.FreshAccounts;
import org.luoshi.app.activation.Activation;
import org.luoshi.app.command.ProgressLine;
import org.luoshi.app.process.SampleCases;
import org.luoshi.app.sample.CitySampleUnits;
import org.luoshi.app.sample.Report;
import org.luoshi.app.sample.SampleHistory;
import org.luoshi.app.sample.SampleLoader;
import org.luoshi.app.sample.SampleOrder;
import org.luoshi.indicator.Indicators;
import org.luoshi.pack.PackSet;
import org.luoshi.plan.Plans;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.Cases;
import org.luoshi.process.Deadlines;
import org.luoshi.process.Processes;
import org.luoshi.register.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Builds the demonstration on an empty database: packs, a year of synthetic reports day by day, the plan
/// on the Monday after its publication, and accounts.
@Component
public class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    /// The day before the earliest report.
    private static final LocalDate PREPARED = LocalDate.of(2024, 9, 20);

    /// The first working day after the newspaper of 21 December 2024.
    private static final LocalDate PLANNED = LocalDate.of(2024, 12, 23);

    /// A Monday in the plan's third quarter.
    private static final LocalDate TODAY = LocalDate.of(2025, 9, 22);

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final DemonstrationClock clock;
    private final Registers registers;
    private final Units units;
    private final Indicators indicators;
    private final Plans plans;
    private final FreshAccounts accounts;
    private final Accounts known;
    private final Cases cases;
    private final Processes processes;
    private final Deadlines deadlines;
    private final CaseOperations operations;

    public Demonstration(
            DSLContext database,
            TransactionTemplate transaction,
            DemonstrationClock clock,
            Registers registers,
            Units units,
            Indicators indicators,
            Plans plans,
            FreshAccounts accounts,
            Accounts known,
            Cases cases,
            Processes processes,
            Deadlines deadlines,
            CaseOperations operations) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.registers = registers;
        this.units = units;
        this.indicators = indicators;
        this.plans = plans;
        this.accounts = accounts;
        this.known = known;
        this.cases = cases;
        this.processes = processes;
        this.deadlines = deadlines;
        this.operations = operations;
    }

    /// All or nothing: a demonstration that was interrupted leaves an empty database.
    ///
    /// @param data folder for the list of accounts
    public void build(Activation activation, PackSet packs, Path data) {
        LOG.info("生成合成演示数据 / making synthetic data for the demonstration");
        try {
            transaction.executeWithoutResult(status -> {
                clock.standAt(morning(PREPARED));
                activation.bringIntoForce(packs);
                List<Report> reports = SampleHistory.of(
                                SampleOrder.of(packs), new CitySampleUnits(units, packs), SampleOrder.milestones(packs)).stream()
                        .filter(report -> report.knownOn().isBefore(TODAY))
                        .toList();
                ProgressLine progress = ProgressLine.onTerminal();
                SampleLoader loader = new SampleLoader(registers, entered -> progress.at(entered, reports.size()));
                loader.load(before(reports, PLANNED), this::standOn);
                standOn(PLANNED);
                activation.adoptPlan(packs);
                accounts.createForDemonstration(data);
                SampleCases year = sampleCases(packs);
                year.plan(PLANNED.plusDays(10), TODAY);
                loader.load(from(reports, PLANNED), day -> {
                    year.until(day, clock::standAt);
                    standOn(day);
                    deadlines.run();
                });
                progress.end();
                year.until(TODAY, clock::standAt);
                clock.standAt(morning(TODAY));
                LOG.info("{} 条报告，{} 条被拒绝 / {} reports, {} refused", reports.size(), loader.refused(), reports.size(), loader.refused());
                DemonstrationRow.keep(database, clock.machineNow(), morning(TODAY));
            });
        } finally {
            clock.runFrom(morning(TODAY));
        }
        LOG.info("计算指标和状态 / computing figures and statuses");
        indicators.recompute();
        plans.replay();
    }

    private SampleCases sampleCases(PackSet packs) {
        return new SampleCases(
                new SampleCases.Door(cases, operations, deadlines, registers),
                packs,
                new CitySampleUnits(units, packs),
                processes.calendar(),
                clock.getZone(),
                known.find(FreshAccounts.APPLICANT).orElseThrow());
    }

    private void standOn(LocalDate day) {
        clock.standAt(morning(day));
    }

    private Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(clock.getZone()).toInstant();
    }

    private static List<Report> before(List<Report> reports, LocalDate day) {
        return reports.stream().filter(r -> r.knownOn().isBefore(day)).toList();
    }

    private static List<Report> from(List<Report> reports, LocalDate day) {
        return reports.stream().filter(r -> !r.knownOn().isBefore(day)).toList();
    }
}
