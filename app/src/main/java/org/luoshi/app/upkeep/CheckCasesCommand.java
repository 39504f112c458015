package org.luoshi.app.upkeep;

import java.io.PrintStream;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseCheck;

/// `check-cases`: whether what is kept of cases in several places agrees.
public final class CheckCasesCommand implements Command {

    private final DatabaseSettings.Variables variables;
    private final PrintStream out;

    public CheckCasesCommand(DatabaseSettings.Variables variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    @Override
    public String name() {
        return "check-cases";
    }

    @Override
    public Text summary() {
        return new Text(
                "核对办件：待办与引擎、登记与办件、日期与计时记录是否一致。不一致的逐条列出，退出码为 1；另列出没有账号能办的待办。",
                "Compares cases with the engine, the registers and the clocks' ledgers. Lists every difference; exit code 1. Lists tasks that no account can take beside.");
    }

    @Override
    public int run(Arguments arguments) {
        return Headless.run(variables, context -> {
            CaseCheck.Result result = context.getBean(CaseCheck.class).run();
            result.findings().forEach(found -> out.printf("%s / %s%n", found.zh(), found.en()));
            result.unmanned().forEach(note -> out.printf("%s / %s%n", note.zh(), note.en()));
            if (!result.findings().isEmpty()) return Exit.FAILED;
            out.printf("%d 件在办，全部一致 / %d open cases, all agree%n", result.cases(), result.cases());
            return Exit.DONE;
        });
    }
}
