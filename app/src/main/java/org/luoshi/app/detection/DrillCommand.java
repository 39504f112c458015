package org.luoshi.app.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.luoshi.access.Units;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.register.Registers;
import org.luoshi.warning.WarningIntake;

/// `drill`: an exercise. What a rule finds in a file of readings becomes warnings that say in every place that they are one.
public final class DrillCommand implements Command {

    private static final String NAME = "--name";

    private final DatabaseSettings.Variables variables;
    private final PrintStream out;

    public DrillCommand(DatabaseSettings.Variables variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    @Override
    public String name() {
        return "drill";
    }

    @Override
    public String usage() {
        return "RULE FILE.csv [--name WORD]";
    }

    @Override
    public Text summary() {
        return new Text(
                "演练：用一份读数触发一条预警规则，发出的预警处处注明演练。CSV 的列：thing、unit（单位标识）、time、value，多个观测属性时加 property。同名的演练重做不会重复发出；--name 省略时为当天。",
                "An exercise: a file of readings triggers a warning rule; the warnings say in every place that they are an exercise. Columns of the CSV: thing, unit (id), time, value and, with several properties, property. A drill of the same name, done again, raises nothing twice; without --name it is the day's.");
    }

    @Override
    public Set<String> options() {
        return Set.of(NAME);
    }

    @Override
    public int run(Arguments arguments) {
        if (arguments.plain().size() != 2)
            throw Refusal.usage("需要规则和 CSV 文件。", "A rule and a CSV file are needed.");
        Path file = Path.of(arguments.plain().get(1));
        if (!Files.isRegularFile(file))
            throw Refusal.usage("没有文件 %s。".formatted(file), "There is no file %s.".formatted(file));
        return Headless.run(variables, context -> {
            PackSet packs = context.getBean(Registers.class).packs();
            WarningRule rule = NamedRule.of(packs, arguments.plain().getFirst());
            String name = arguments.option(NAME)
                    .orElseGet(() -> LocalDate.now(context.getBean(Clock.class)).toString());
            Drill drill = new Drill(
                    rule, packs, name, context.getBean(Units.class), context.getBean(WarningIntake.class));
            try {
                ReadingsFile.read(file, drill::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            drill.end();
            out.printf("演练 %1$s：%2$d 处，新发现 %3$d 项 / Drill %1$s: %2$d things, %3$d new findings%n", name, drill.things(), drill.taken());
            return Exit.DONE;
        });
    }
}
