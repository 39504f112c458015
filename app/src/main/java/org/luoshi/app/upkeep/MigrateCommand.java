package org.luoshi.app.upkeep;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.access.Viewer;
import org.luoshi.app.Headless;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.Migration;
import org.luoshi.process.Migrations;
import org.luoshi.process.Processes;
import org.springframework.context.ApplicationContext;

/// `migrate`: running cases taken over by the newest version of their process, or what that would do.
public final class MigrateCommand implements Command {

    private static final String DRY = "--dry-run";
    private static final int PART = 500;

    private final DatabaseSettings.Variables variables;
    private final PrintStream out;

    public MigrateCommand(DatabaseSettings.Variables variables, PrintStream out) {
        this.variables = variables;
        this.out = out;
    }

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String usage() {
        return "PACK.PROCESS [--dry-run]";
    }

    @Override
    public Text summary() {
        return new Text(
                "把在办件换到流程的新版；日期会变动、环节对不上的留在旧版。--dry-run 只列出每件换版前后的环节和日期。中断后再次执行即接着办。",
                "Has running cases taken over by the newest version of their process; those of which a date would move or whose step has no"
                        + " successor stay. --dry-run only lists each case's step and dates before and after. Run again, it goes on where it was cut off.");
    }

    @Override
    public Set<String> flags() {
        return Set.of(DRY);
    }

    @Override
    public int run(Arguments arguments) {
        String process = arguments.single("PACK.PROCESS");
        return Headless.run(variables, context -> {
            ProcessDefinition definition = QualifiedId.find(process)
                    .flatMap(context.getBean(Processes.class)::find)
                    .orElseThrow(() -> Refusal.usage("没有流程 %s。".formatted(process), "There is no process %s.".formatted(process)));
            if (arguments.has(DRY)) list(context, definition);
            else take(context, definition);
            return Exit.DONE;
        });
    }

    private void take(ApplicationContext context, ProcessDefinition definition) {
        Migration done = context.getBean(Migrations.class)
                .run(
                        definition,
                        run -> out.printf("%d 件已换，%d 件留下 / %d taken over, %d left%n", run.moved(), run.leftBehind(), run.moved(), run.leftBehind()),
                        Viewer.system());
        out.printf("共换 %d 件，留在旧版 %d 件 / %d cases taken over, %d left on their version%n", done.moved(), done.leftBehind(), done.moved(), done.leftBehind());
    }

    private void list(ApplicationContext context, ProcessDefinition definition) {
        Migrations migrations = context.getBean(Migrations.class);
        out.println("办件 case\t环节 step\t换版后 then\t日期 dates\t障碍 obstacle");
        List<Migration.Line> lines = migrations.dryRun(definition, 0, PART);
        while (!lines.isEmpty()) {
            lines.forEach(this::print);
            lines = migrations.dryRun(definition, lines.getLast().file().id(), PART);
        }
    }

    private void print(Migration.Line line) {
        String dates = line.dates().stream()
                .map(date -> both(date.clock()) + " " + date.before() + (date.moved() ? "→" + date.after() : ""))
                .collect(Collectors.joining("; "));
        out.println(String.join(
                "\t", line.file().number(), titles(line.from()), titles(line.to()), dates, line.obstacle().map(MigrateCommand::both).orElse("")));
    }

    private static String titles(List<Text> steps) {
        return steps.stream().map(MigrateCommand::both).collect(Collectors.joining("; "));
    }

    private static String both(Text text) {
        return text.zh() + " / " + text.en();
    }
}
