package org.luoshi.app.briefing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.ToIntFunction;
import org.luoshi.access.Viewer;
import org.luoshi.app.activation.Activation;
import org.luoshi.app.activation.PackFolder;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.ProgressLine;
import org.luoshi.app.command.Refusal;
import org.luoshi.briefing.Briefings;
import org.luoshi.briefing.Draft;
import org.luoshi.briefing.Print;
import org.luoshi.web.briefing.BriefingLinks;
import org.luoshi.briefing.Subject;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.BriefingLayout;
import org.luoshi.pack.PackSet;
import org.luoshi.plan.NotJudgeable;
import org.springframework.context.ApplicationContext;

/// Writes a briefing into a file. It issues nothing: that is a person's act, done and logged on the page.
public final class BriefingCommand implements Command {

    private static final int STEPS = 4;

    /// Opens the modules over the database, hands them over and closes them.
    @FunctionalInterface
    public interface Opened {
        int with(ToIntFunction<ApplicationContext> work);
    }

    private final Opened modules;

    public BriefingCommand(Opened modules) {
        this.modules = modules;
    }

    @Override
    public String name() {
        return "briefing";
    }

    @Override
    public String usage() {
        return "[--as-of DATE] [--unit ID | --focus ID] [--layout weekly|ledger] [--format html|pdf|docx|xlsx]"
                + " [--out FILE] [--lang zh|en]";
    }

    @Override
    public Text summary() {
        return new Text(
                "编写简报或台账（默认全市、周报、PDF、此刻），服务不必运行。有未绑定或缺数时写出草稿并以 1 结束。",
                "Writes a briefing or the ledger (by default the city's weekly one, as PDF, as of now); no server need run. With a figure unbound or missing it writes the draft and ends with 1.");
    }

    @Override
    public Set<String> options() {
        return Set.of("--as-of", "--unit", "--focus", "--layout", "--format", "--out", "--lang");
    }

    @Override
    public int run(Arguments arguments) {
        BriefingOrder order = BriefingOrder.read(arguments);
        CompletableFuture<PackSet> packs =
                CompletableFuture.supplyAsync(() -> PackFolder.compile(PackFolder.of(System::getenv)));
        ProgressLine progress = ProgressLine.onTerminal();
        progress.at(0, STEPS);
        return modules.with(context -> write(order, context, packs, progress));
    }

    private static int write(
            BriefingOrder order, ApplicationContext context, CompletableFuture<PackSet> packs, ProgressLine progress) {
        progress.at(1, STEPS);
        Activation activation = context.getBean(Activation.class);
        if (activation.fresh()) {
            throw Refusal.failed(
                    "数据库里还没有数据。先执行 luoshi run 一次。", "The database holds nothing yet. Run luoshi run once first.");
        }
        PackSet compiled = joined(packs);
        if (!activation.inForce(compiled)) {
            throw Refusal.failed(
                    "系统包与数据库中启用的不同。简报不改动数据库：先执行 luoshi run 启用，再编写简报。",
                    "The packs differ from those in force in the database. A briefing changes nothing there: run luoshi run first.");
        }
        activation.use(compiled);
        progress.at(2, STEPS);
        Briefings briefings = context.getBean(Briefings.class);
        Instant moment = order.moment(context.getBean(Clock.class));
        Draft draft = draft(briefings, order, moment);
        progress.at(3, STEPS);
        Print print = Print.of(
                draft.briefing(),
                null,
                order.language(),
                order.format(),
                BriefingLinks.of(draft.briefing(), context.getBean(Clock.class).getZone(), ""));
        Path file = order.out().orElse(Path.of(print.fileName())).toAbsolutePath();
        save(print, file);
        progress.at(STEPS, STEPS);
        progress.end();
        System.out.println(file);
        return told(draft, print) ? Exit.FAILED : Exit.DONE;
    }

    private static Draft draft(Briefings briefings, BriefingOrder order, Instant moment) {
        try {
            return briefings.compose(layout(order, briefings, moment), order.subject(), moment, Viewer.system());
        } catch (NotJudgeable lost) {
            throw Refusal.failed(lost.reason().zh(), lost.reason().en());
        }
    }

    private static PackSet joined(CompletableFuture<PackSet> packs) {
        try {
            return packs.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) throw refusal;
            throw e;
        }
    }

    private static BriefingLayout layout(BriefingOrder order, Briefings briefings, Instant moment) {
        BriefingLayout layout = briefings.layout(order.layout())
                .orElseThrow(() -> Refusal.usage(
                        "没有版式 %s，现有：%s。".formatted(order.layout(), known(briefings)),
                        "There is no layout %s; there are: %s.".formatted(order.layout(), known(briefings))));
        if (!layout.of().contains(order.subject().kind())) {
            throw Refusal.usage(
                    "版式 %s 不用于这类对象。".formatted(order.layout()),
                    "The layout %s is not made for such a subject.".formatted(order.layout()));
        }
        if (!briefings.exists(order.subject(), moment)) {
            throw Refusal.usage(
                    "没有 %s。%s".formatted(order.subject().key(), focuses(order, briefings, moment)),
                    "There is no %s. %s".formatted(order.subject().key(), focuses(order, briefings, moment)));
        }
        return layout;
    }

    private static String known(Briefings briefings) {
        return String.join(
                ", ", briefings.layouts().stream().map(layout -> layout.id().toString()).toList());
    }

    private static String focuses(BriefingOrder order, Briefings briefings, Instant moment) {
        return order.subject() instanceof Subject.OfFocus
                ? String.join(", ", briefings.focuses(moment).keySet())
                : "";
    }

    /// Under another name first, so that a full disk leaves no half of a briefing.
    private static void save(Print print, Path file) {
        try {
            Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
            try {
                Files.write(part, print.bytes());
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw Refusal.failed(
                    "写不进 %s:%s。检查文件夹是否存在、可写、有空间。".formatted(file, e.getMessage()),
                    "Cannot write %s: %s. Check that the folder exists, may be written and has room."
                            .formatted(file, e.getMessage()));
        }
    }

    /// @return whether something is wrong with it
    private static boolean told(Draft draft, Print print) {
        draft.gaps().forEach(gap -> {
            System.err.println(gap.where().zh() + ": " + gap.expression() + " " + gap.what().zh());
            System.err.println(gap.where().en() + ": " + gap.expression() + " " + gap.what().en());
        });
        if (!print.missing().isEmpty()) {
            String characters = String.join(" ", print.missing());
            System.err.println("字体中没有这些字，以〓代替：" + characters);
            System.err.println("The type lacks these characters, printed as 〓: " + characters);
        }
        return !draft.issuable() || !print.missing().isEmpty();
    }
}
