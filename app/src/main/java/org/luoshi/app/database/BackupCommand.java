package org.luoshi.app.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.ProgressLine;
import org.luoshi.app.command.Refusal;
import org.luoshi.kernel.text.Text;
import org.luoshi.postgres.Backup;

/// Copies the embedded database into one file, running or not.
public final class BackupCommand implements Command {

    private final DatabaseSettings.Variables variables;
    private final Clock clock;

    public BackupCommand(DatabaseSettings.Variables variables, Clock clock) {
        this.variables = variables;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return "FILE";
    }

    @Override
    public Text summary() {
        return new Text(
                "把内置数据库备份到一个文件，服务运行中亦可。文件含全部数据，请妥善保管。",
                "Copies the embedded database into one file, while the server runs or not. It holds all data: keep it safe.");
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var file = Path.of(arguments.single("FILE")).toAbsolutePath();
        var settings = DatabaseSettings.of(variables);
        if (settings.external().isPresent())
            throw Refusal.failed(
                    "LUOSHI_DB_URL 指向外部数据库，由它自己的工具备份：pg_dump --format=custom --file=%s 数据库地址".formatted(file),
                    "LUOSHI_DB_URL names an external database, which its own tool backs up: pg_dump --format=custom --file=%s URL"
                            .formatted(file));
        var progress = ProgressLine.onTerminal();
        var label = Backup.write(settings.embedded(), file, clock, progress);
        progress.end();
        System.out.println("已备份 / backed up: %s (%d MB → %d MB)"
                .formatted(file, label.bytes() >> 20, Files.size(file) >> 20));
        return Exit.DONE;
    }
}
