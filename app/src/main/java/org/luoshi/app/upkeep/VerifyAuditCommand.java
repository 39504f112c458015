package org.luoshi.app.upkeep;

import java.io.PrintStream;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.Verification;
import org.luoshi.kernel.text.Text;

/// `verify-audit`: walks the chain of changes from the first entry to the last.
public final class VerifyAuditCommand implements Command {

    private final DatabaseSettings.Variables variables;
    private final PrintStream out;

    public VerifyAuditCommand(DatabaseSettings.Variables variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public Text summary() {
        return new Text(
                "核验审计链。被改动过的第一条会指明，退出码为 1。",
                "Verifies the audit chain. Names the first entry that was tampered with; exit code 1.");
    }

    @Override
    public int run(Arguments arguments) {
        return Headless.run(variables, context -> {
            Verification found = context.getBean(ChangeLog.class).verify();
            if (found.intact()) {
                out.printf("审计链完整，共 %d 条 / the audit chain is intact, %d entries%n", found.entries(), found.entries());
                return Exit.DONE;
            }
            out.printf(
                    "审计链在第 %d 条断开：该条或其前一条被改动 / the audit chain breaks at entry %d: it or the one before was changed%n",
                    found.brokenAt(), found.brokenAt());
            return Exit.FAILED;
        });
    }
}
