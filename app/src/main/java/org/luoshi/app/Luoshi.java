package org.luoshi.app;

import java.util.List;
import org.luoshi.app.briefing.BriefingCommand;
import org.luoshi.app.check.CheckCommand;
import org.luoshi.app.command.CommandLine;
import org.luoshi.app.database.BackupCommand;
import org.luoshi.app.database.RestoreCommand;
import org.luoshi.app.detection.BacktestCommand;
import org.luoshi.app.detection.DrillCommand;
import org.luoshi.app.register.ExportCommand;
import org.luoshi.app.register.ImportCommand;
import org.luoshi.app.upkeep.CheckCasesCommand;
import org.luoshi.app.upkeep.CheckCellsCommand;
import org.luoshi.app.upkeep.MigrateCommand;
import org.luoshi.app.upkeep.RecomputeCommand;
import org.luoshi.app.upkeep.RestateCommand;
import org.luoshi.app.upkeep.SchemaCommand;
import org.luoshi.app.upkeep.VerifyAuditCommand;

/// Luoshi 落实: `luoshi COMMAND …`. Spring starts only for commands that need it.
public final class Luoshi {

    private Luoshi() {}

    public static void main(String... arguments) {
        var commands = new CommandLine(
                List.of(
                        new RunCommand(),
                        new CheckCommand(System.out),
                        new BacktestCommand(System.out),
                        new DrillCommand(System::getenv, System.out),
                        new BriefingCommand(work -> Headless.run(System::getenv, work)),
                        new SchemaCommand(System::getenv, System.out),
                        new RecomputeCommand(System::getenv, System.out),
                        new RestateCommand(System::getenv, System.out),
                        new VerifyAuditCommand(System::getenv, System.out),
                        new CheckCasesCommand(System::getenv, System.out),
                        new CheckCellsCommand(System::getenv, System.out),
                        new MigrateCommand(System::getenv, System.out),
                        new BackupCommand(System::getenv, SystemTime.CLOCK),
                        new RestoreCommand(System::getenv),
                        new ImportCommand(work -> Headless.run(System::getenv, work::with), System.out),
                        new ExportCommand(work -> Headless.run(System::getenv, work::with), System.out)),
                System.out,
                System.err);
        System.exit(commands.run(arguments));
    }
}
