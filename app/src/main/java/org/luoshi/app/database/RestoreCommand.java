package org.luoshi.app.database;

import java.nio.file.Path;
import java.util.Set;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.ProgressLine;
import org.luoshi.app.command.Refusal;
import org.luoshi.kernel.text.Text;
import org.luoshi.postgres.Restore;

/// Puts a backup in place of the embedded database.
public final class RestoreCommand implements Command {

    private final DatabaseSettings.Variables variables;

    public RestoreCommand(DatabaseSettings.Variables variables) {
        this.variables = variables;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String usage() {
        return "FILE [--replace]";
    }

    @Override
    public Text summary() {
        return new Text(
                "从备份恢复内置数据库；已有数据库时须加 --replace。",
                "Restores the embedded database from a backup; where there is one already, --replace must say so.");
    }

    @Override
    public Set<String> flags() {
        return Set.of("--replace");
    }

    @Override
    public int run(Arguments arguments) {
        var file = Path.of(arguments.single("FILE")).toAbsolutePath();
        var settings = DatabaseSettings.of(variables);
        if (settings.external().isPresent())
            throw Refusal.failed(
                    "LUOSHI_DB_URL 指向外部数据库，由它自己的工具恢复：pg_restore --clean --if-exists --dbname=数据库地址 文件",
                    "LUOSHI_DB_URL names an external database, which its own tool restores: pg_restore --clean --if-exists --dbname=URL FILE");
        var progress = ProgressLine.onTerminal();
        var label = Restore.read(settings.embedded(), file, arguments.has("--replace"), progress);
        progress.end();
        System.out.println("已恢复到 / restored to the state of %s: %s".formatted(label.taken(), settings.embedded().folder()));
        return Exit.DONE;
    }
}
