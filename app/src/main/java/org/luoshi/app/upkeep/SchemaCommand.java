package org.luoshi.app.upkeep;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.app.Headless;
import org.luoshi.app.activation.PendingPacks;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.register.Registers;
import org.luoshi.register.SchemaPlan;

/// `schema`: what the packs would change in the database, before `run` does it.
public final class SchemaCommand implements Command {

    private final DatabaseSettings.Variables variables;
    private final PrintStream out;

    public SchemaCommand(DatabaseSettings.Variables variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String usage() {
        return "[--drop NAME,…]";
    }

    @Override
    public Text summary() {
        return new Text(
                "列出系统包对登记表结构的改动，不执行。会丢数据的以 ! 标出，须用 --drop 指名，否则退出码为 1。",
                "Lists what the packs would change in the registers' schema, without doing it. What would lose data is marked ! and needs --drop by name; else exit code 1.");
    }

    @Override
    public Set<String> options() {
        return Set.of("--drop");
    }

    @Override
    public int run(Arguments arguments) {
        Set<String> consents = Arrays.stream(arguments.option("--drop").orElse("").split(","))
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .collect(Collectors.toSet());
        return Headless.look(variables, context -> {
            Registers registers = context.getBean(Registers.class);
            registers.departed().forEach(kept -> out.printf(
                    "已不在登记表中的 %1$s：保存着 %2$d 个旧值，只供按过去时点查看；永久清除用 luoshi run --forget %1$s%n"
                            + "no longer in the registers: %1$s; %2$d values are kept for reading as of the past; luoshi run --forget %1$s erases them for ever%n",
                    kept.name(), kept.values()));
            SchemaPlan plan = registers.plan(context.getBean(PendingPacks.class).get());
            out.print(plan.render(Language.ZH, consents));
            out.print(plan.render(Language.EN, consents));
            return plan.refused(consents).isEmpty() ? Exit.DONE : Exit.FAILED;
        });
    }
}
