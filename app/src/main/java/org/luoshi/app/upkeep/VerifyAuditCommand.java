package org.luoshi.app.upkeep;

import java.io.PrintStream;
import java.util.List;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.Verification;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.AttachmentCheck;
import org.luoshi.process.Certificates;

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
                "核验审计链、办件附件和证书。被改动过的会指明，退出码为 1。",
                "Verifies the audit chain, the attachments of cases and certificates. Names what was tampered with; exit code 1.");
    }

    @Override
    public int run(Arguments arguments) {
        return Headless.run(variables, context -> {
            Verification found = context.getBean(ChangeLog.class).verify();
            if (found.intact()) {
                out.printf("审计链完整，共 %d 条 / the audit chain is intact, %d entries%n", found.entries(), found.entries());
                int attached = attachments(context.getBean(AttachmentCheck.class).run());
                List<Text> certificates = context.getBean(Certificates.class).verify();
                certificates.forEach(finding -> out.printf("%s / %s%n", finding.zh(), finding.en()));
                return certificates.isEmpty() ? attached : Exit.FAILED;
            }
            out.printf(
                    "审计链在第 %d 条断开：该条或其前一条被改动 / the audit chain breaks at entry %d: it or the one before was changed%n",
                    found.brokenAt(), found.brokenAt());
            return Exit.FAILED;
        });
    }

    /// The entries have the digests of what was attached to cases, so an intact chain says what those must be.
    private int attachments(AttachmentCheck.Result result) {
        result.findings().forEach(finding -> out.printf("%s / %s%n", finding.zh(), finding.en()));
        if (!result.findings().isEmpty()) return Exit.FAILED;
        out.printf(
                "附件 %d 个，内容与审计链一致 / %d attachments, each as the chain says%n", result.files(), result.files());
        return Exit.DONE;
    }
}
