package org.luoshi.app.upkeep;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.indicator.Finding;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.text.Text;

/// `recompute`: every cell anew from the registers, and checked; `check-cells` looks without computing.
public final class RecomputeCommand implements Command {

    private static final String AS_OF = "--as-of";

    /// More are counted, not listed.
    private static final int LISTED = 50;

    private final DatabaseSettings.Variables variables;
    private final PrintStream out;

    public RecomputeCommand(DatabaseSettings.Variables variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    @Override
    public String name() {
        return "recompute";
    }

    @Override
    public String usage() {
        return "[--as-of DATE[,DATE…]]";
    }

    @Override
    public Text summary() {
        return new Text(
                "由登记记录重新计算全部指标。--as-of 按那一天所知重算截至该日一年的指标，报告用时，不改动保存的数字。",
                "Computes all indicators anew from the registers. --as-of computes those of the year to a day, as known then, says how long it took and keeps nothing.");
    }

    @Override
    public Set<String> options() {
        return Set.of(AS_OF);
    }

    @Override
    public int run(Arguments arguments) {
        List<LocalDate> days = arguments.option(AS_OF).map(written -> Stream.of(written.split(",")).map(Arguments::day).toList()).orElse(List.of());
        return Headless.run(variables, context -> {
            Indicators indicators = context.getBean(Indicators.class);
            if (!days.isEmpty()) {
                PastFigures past = new PastFigures(indicators, context.getBean(Clock.class).getZone());
                days.forEach(day -> out.println(past.recompute(day)));
                return Exit.DONE;
            }
            indicators.recompute();
            return report(indicators.verify());
        });
    }

    private int report(List<Finding> differences) {
        if (differences.isEmpty()) {
            out.println("指标与登记记录一致 / the indicators agree with the registers");
            return Exit.DONE;
        }
        differences.stream().limit(LISTED).map(CheckCellsCommand::line).forEach(out::println);
        out.println("不一致的单元格 / cells that differ: " + differences.size());
        return Exit.FAILED;
    }
}
