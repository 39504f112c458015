package org.luoshi.app.upkeep;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.indicator.Difference;
import org.luoshi.indicator.Indicators;
import org.luoshi.kernel.text.Text;

/// `recompute`: every cell anew from the registers; with `--verify` only says which stored cells differ.
public final class RecomputeCommand implements Command {

    private static final String VERIFY = "--verify";

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
        return "[--verify]";
    }

    @Override
    public Text summary() {
        return new Text(
                "由登记记录重新计算全部指标。--verify 只核对，有不一致时退出码为 1。",
                "Computes all indicators anew from the registers. --verify only compares; exit code 1 where cells differ.");
    }

    @Override
    public Set<String> flags() {
        return Set.of(VERIFY);
    }

    @Override
    public int run(Arguments arguments) {
        return Headless.run(variables, context -> {
            Indicators indicators = context.getBean(Indicators.class);
            if (!arguments.has(VERIFY)) {
                indicators.recompute();
            }
            return report(indicators.verify());
        });
    }

    private int report(List<Difference> differences) {
        if (differences.isEmpty()) {
            out.println("指标与登记记录一致 / the indicators agree with the registers");
            return Exit.DONE;
        }
        differences.stream().limit(LISTED).forEach(out::println);
        out.println("不一致的单元格 / cells that differ: " + differences.size());
        return Exit.FAILED;
    }
}
