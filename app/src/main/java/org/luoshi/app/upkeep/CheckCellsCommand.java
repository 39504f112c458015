package org.luoshi.app.upkeep;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.indicator.CellChecks;
import org.luoshi.indicator.CheckReport;
import org.luoshi.indicator.CheckScope;
import org.luoshi.indicator.Difference;
import org.luoshi.indicator.Finding;
import org.luoshi.indicator.Indicators;
import org.luoshi.indicator.WrongSum;
import org.luoshi.kernel.text.EditDistance;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// `check-cells`: whether stored figures are what the registers say; with `--repair` computes wrong ones anew.
public final class CheckCellsCommand implements Command {

    private static final String REPAIR = "--repair";
    private static final String INDICATOR = "--indicator";
    private static final String SINCE = "--since";

    /// More are counted, not listed.
    private static final int LISTED = 200;

    private final DatabaseSettings.Variables variables;
    private final PrintStream out;

    public CheckCellsCommand(DatabaseSettings.Variables variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    @Override
    public String name() {
        return "check-cells";
    }

    @Override
    public String usage() {
        return "[--repair] [--indicator ID[,ID…]] [--since DATE]";
    }

    @Override
    public Text summary() {
        return new Text(
                "由登记记录重算并核对保存的指标，运行中亦可。逐条列出不一致的（指标、单位、周期、保存的数、应有的数），有则退出码为 1；尚未算到且已注明的不算错。--repair 重算不一致的并记入审计。",
                "Computes the stored figures anew from the registers, of a running house too, and lists those that differ (indicator, unit, period, stored, right); exit code 1 where there are any. Figures that are late and say so are not wrong. --repair computes the wrong ones anew, with an audit entry.");
    }

    @Override
    public Set<String> flags() {
        return Set.of(REPAIR);
    }

    @Override
    public Set<String> options() {
        return Set.of(INDICATOR, SINCE);
    }

    @Override
    public int run(Arguments arguments) {
        LocalDate since = arguments.option(SINCE).map(Arguments::day).orElse(null);
        return Headless.run(variables, context -> {
            Set<QualifiedId> indicators = arguments.option(INDICATOR)
                    .map(written -> named(written, context.getBean(Indicators.class)))
                    .orElse(Set.of());
            CellChecks checks = context.getBean(CellChecks.class);
            CheckScope scope = new CheckScope(indicators, since);
            Listing listing = new Listing();
            CheckReport report =
                    arguments.has(REPAIR) ? checks.repair(scope, listing) : checks.check(scope, listing);
            return told(report);
        });
    }

    private final class Listing implements Consumer<Finding> {

        private int told;

        @Override
        public void accept(Finding finding) {
            if (told++ < LISTED) out.println(line(finding));
            else if (told == LISTED + 1) out.println("其余只计数 / the rest is only counted");
        }
    }

    private int told(CheckReport report) {
        out.printf(
                "已核对 %1$d 个单元格：%2$d 个不一致，%3$d 个尚未算到 / %1$d cells compared: %2$d wrong, %3$d late%n",
                report.compared(), report.wrongCells(), report.late());
        if (report.wrongSums() > 0)
            out.printf("累计不一致 %1$d 项 / %1$d sums are wrong%n", report.wrongSums());
        if (report.remaining() != null && report.wrongCells() + report.wrongSums() > 0)
            out.printf("已修复，仍不一致 %1$d 项 / repaired; still wrong: %1$d%n", report.remaining());
        return report.isRight() ? Exit.DONE : Exit.FAILED;
    }

    static String line(Finding finding) {
        return switch (finding) {
            case Difference(var indicator, var unit, var period, var stored, var right) ->
                "%1$s %2$s %3$s: 保存 %4$s，应为 %5$s / stored %4$s, right %5$s"
                        .formatted(indicator, unit, period, number(stored), number(right));
            case WrongSum(var source, var unit, var period) ->
                "%1$s %2$s %3$s: 累计与登记记录不符 / the stored sum is not the records'".formatted(source, unit, period);
        };
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "—" : value.stripTrailingZeros().toPlainString();
    }

    private static Set<QualifiedId> named(String written, Indicators indicators) {
        List<String> known = indicators.all().stream().map(indicator -> indicator.id().toString()).toList();
        Set<QualifiedId> named = new LinkedHashSet<>();
        for (String id : Arrays.stream(written.split(",")).map(String::strip).toList()) {
            if (!known.contains(id)) throw unknown(id, known);
            named.add(QualifiedId.parse(id));
        }
        return named;
    }

    private static Refusal unknown(String id, List<String> known) {
        String near = EditDistance.suggestion(id, known).map(Object::toString).orElse("");
        return Refusal.usage(
                "没有指标 %s。%s".formatted(id, near.isEmpty() ? "" : "是否想写 " + near + "?"),
                "There is no indicator %s. %s".formatted(id, near.isEmpty() ? "" : "Did you mean " + near + "?"));
    }
}
