package org.luoshi.app.upkeep;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.indicator.Indicators;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.Restatements;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// `restate`: which figures of an indicator moved between two days, and how much of it was data, method and basis.
public final class RestateCommand implements Command {

    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String UNIT = "--unit";
    private static final String PERIOD = "--period";

    private final DatabaseSettings.Variables variables;
    private final PrintStream out;

    public RestateCommand(DatabaseSettings.Variables variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    @Override
    public String name() {
        return "restate";
    }

    @Override
    public String usage() {
        return "INDICATOR --from DATE [--to DATE] [--unit UNIT --period PERIOD]";
    }

    @Override
    public Text summary() {
        return new Text(
                "列出一个指标在两天之间变动了的数，并分为事实、算法、口径三项，三项之和正好等于变动；以制表符分列。省略 --to 比到现在。",
                "Lists the figures of an indicator that moved between two days, split into data, method and basis, which add up exactly; columns are separated by tabs. Without --to until now.");
    }

    @Override
    public Set<String> options() {
        return Set.of(FROM, TO, UNIT, PERIOD);
    }

    @Override
    public int run(Arguments arguments) {
        QualifiedId indicator = indicator(arguments.single("INDICATOR"));
        LocalDate from = Arguments.day(arguments.option(FROM)
                .orElseThrow(() -> Refusal.usage("用 --from 指明较早的一天。", "Name the earlier day with --from.")));
        LocalDate to = arguments.option(TO).map(Arguments::day).orElse(null);
        String unit = arguments.option(UNIT).orElse(null);
        Period period = unit == null ? none(arguments) : period(arguments);
        return Headless.run(variables, context -> {
            Clock clock = context.getBean(Clock.class);
            Indicators indicators = context.getBean(Indicators.class);
            Instant earlier = end(from, clock.getZone());
            Instant later = to == null ? null : end(to, clock.getZone());
            if (!earlier.isBefore(later == null ? clock.instant() : later))
                throw Refusal.usage("--from 要早于 --to 和现在。", "--from must lie before --to and before now.");
            if (indicators.find(indicator, earlier).or(() -> indicators.find(indicator, later)).isEmpty())
                throw Refusal.usage("两个时点都没有指标 %s。".formatted(indicator), "Neither moment knows an indicator %s.".formatted(indicator));
            head();
            if (unit != null && period != null) {
                print(indicators.restate(indicator, unit, period, earlier, later, Viewer.system()).figure());
                return Exit.DONE;
            }
            Restatements found = indicators.restatements(indicator, earlier, later, Integer.MAX_VALUE);
            found.moved().forEach(this::print);
            out.printf("# %2$d 个数中 %1$d 个变动 / %1$d of %2$d figures moved%n", found.total(), found.compared());
            return Exit.DONE;
        });
    }

    private void head() {
        out.println("期间 period\t单位 unit\t当时 then\t后来 later\t事实 data\t算法 method\t口径 basis");
    }

    private void print(Restatement moved) {
        out.println(moved.period().id() + "\t" + moved.unit() + "\t" + text(moved.then()) + "\t" + text(moved.now()) + "\t"
                + moved.steps().stream().map(RestateCommand::change).collect(Collectors.joining("\t")));
    }

    private static String change(Restatement.Step step) {
        return step.moved() ? text(step.change()) : "0";
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static Instant end(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.MAX).atZone(zone).toInstant();
    }

    private static @Nullable Period none(Arguments arguments) {
        if (arguments.option(PERIOD).isPresent())
            throw Refusal.usage("--period 要和 --unit 一起用。", "--period goes with --unit.");
        return null;
    }

    private static Period period(Arguments arguments) {
        String written = arguments.option(PERIOD).orElse("");
        return Period.tryParse(written)
                .orElseThrow(() -> Refusal.usage(
                        "--unit 要和 --period 一起用，期间写作 2025-03、2025-Q1 或 2025。",
                        "--unit goes with --period, written 2025-03, 2025-Q1 or 2025."));
    }

    private static QualifiedId indicator(String written) {
        try {
            return QualifiedId.parse(written);
        } catch (IllegalArgumentException mistyped) {
            throw Refusal.usage("指标写作 包.指标，例如 parks.projects_started。", "An indicator is written pack.indicator, e.g. parks.projects_started.");
        }
    }
}
