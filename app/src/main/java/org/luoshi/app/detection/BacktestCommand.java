package org.luoshi.app.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Command;
import org.luoshi.app.command.Exit;
import org.luoshi.app.command.Refusal;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.ObservedProperty;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.pack.monitoring.WarningRule.Watch;
import org.luoshi.stream.machine.Arrival;
import org.luoshi.stream.machine.Transition;
import org.luoshi.stream.machine.Verdict;

/// `backtest`: what a warning rule would have found in past readings, with what shows it.
public final class BacktestCommand implements Command {

    private static final String LANGUAGE = "--lang";

    private final PrintStream out;

    public BacktestCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public String usage() {
        return "DIR RULE FILE.csv [--lang zh|en]";
    }

    @Override
    public Text summary() {
        return new Text(
                "用历史读数试算一条预警规则：逐条列出发出、解除、失联及其依据，最后计数；以制表符分列。CSV 的列：thing、time、value，多个观测属性时加 property。",
                "Tries a warning rule on past readings: what it raises, clears and hears no more, with what shows it, and the counts; columns are separated by tabs. Columns of the CSV: thing, time, value and, with several properties, property.");
    }

    @Override
    public Set<String> options() {
        return Set.of(LANGUAGE);
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        if (arguments.plain().size() != 3)
            throw Refusal.usage("需要包的文件夹、规则和 CSV 文件。", "A folder of packs, a rule and a CSV file are needed.");
        Path file = Path.of(arguments.plain().get(2));
        if (!Files.isRegularFile(file))
            throw Refusal.usage("没有文件 %s。".formatted(file), "There is no file %s.".formatted(file));
        Language language = Language.ZH;
        String tag = arguments.option(LANGUAGE).orElse("zh");
        if (tag.equals("en")) language = Language.EN;
        else if (!tag.equals("zh"))
            throw Refusal.usage("语言是 zh 或 en，不是 %s。".formatted(tag), "The language is zh or en, not %s.".formatted(tag));
        PackSet packs = packs(Path.of(arguments.plain().getFirst()));
        WarningRule rule = NamedRule.of(packs, arguments.plain().get(1));
        new Trial(rule, packs, language).over(file);
        return Exit.DONE;
    }

    private static PackSet packs(Path folder) {
        Compilation compilation = PackCompiler.compile(List.of(folder));
        return compilation.packs().orElseThrow(() -> Refusal.usage(
                "%s 里的包有错误；执行 luoshi check %s。".formatted(folder, folder),
                "The packs in %s have mistakes; run luoshi check %s.".formatted(folder, folder)));
    }

    /// One run of a rule over a file.
    private final class Trial {

        private final WarningRule rule;
        private final PackSet packs;
        private final Language language;
        private final FindingWords words;
        private final QualifiedReading properties;
        private final RuleRun run;
        private final Map<String, Long> keys = new LinkedHashMap<>();
        private final List<String> things = new ArrayList<>();
        private final Map<WarningColour, Map<Transition.Kind, Integer>> counts = new EnumMap<>(WarningColour.class);
        private long received = Long.MIN_VALUE;
        private long readings;

        Trial(WarningRule rule, PackSet packs, Language language) {
            this.rule = rule;
            this.packs = packs;
            this.language = language;
            this.words = new FindingWords(unit());
            this.properties = new QualifiedReading(rule);
            this.run = new RuleRun(rule, packs, Arrival.IN_ORDER, this::print);
        }

        void over(Path file) throws IOException {
            ReadingsFile.read(file, this::read);
            run.pass(received);
            summary();
        }

        private void read(ReadingsFile.Row row) {
            QualifiedId property = properties.of(row);
            if (!run.watches(property)) return;
            long thing = keys.computeIfAbsent(row.thing(), name -> {
                things.add(name);
                return things.size() - 1L;
            });
            received = Math.max(received, row.at());
            readings++;
            run.read(thing, property, row.at(), row.value(), received);
        }

        /// Empty where the measure has no unit of its own.
        private String unit() {
            if (!(rule.watch() instanceof Watch.Readings(QualifiedId property, WarningRule.Measure measure))) return "";
            String unit = packs.observedProperty(property).map(ObservedProperty::unit).orElseThrow().symbol();
            return switch (measure) {
                case WarningRule.Measure.Above _, WarningRule.Measure.Below _ -> unit;
                case WarningRule.Measure.Rising _, WarningRule.Measure.Falling _, WarningRule.Measure.Changing _ -> unit + "/h";
                case WarningRule.Measure.Unchanged _ -> "s";
                case WarningRule.Measure.Unusual _, WarningRule.Measure.Strange _ -> "";
            };
        }

        private void print(WarningColour colour, Transition found) {
            counts.computeIfAbsent(colour, _ -> new EnumMap<>(Transition.Kind.class)).merge(found.kind(), 1, Integer::sum);
            out.println(String.join(
                    "\t",
                    FindingWords.time(found.at()),
                    things.get((int) found.key()),
                    FindingWords.colour(colour).in(language),
                    FindingWords.kind(found.kind()).in(language),
                    words.why(found.evidence()).in(language)));
        }

        private void summary() {
            out.println(new Text(
                            "# %s：%d 处、%d 个读数".formatted(rule.title().zh(), things.size(), readings),
                            "# %s: %d things, %d readings".formatted(rule.title().en(), things.size(), readings))
                    .in(language));
            rule.levels().forEach(level -> {
                Map<Transition.Kind, Integer> found = counts.getOrDefault(level.colour(), Map.of());
                StringBuilder line = new StringBuilder("# " + FindingWords.colour(level.colour()).in(language));
                for (Transition.Kind kind : Transition.Kind.values())
                    line.append(' ').append(FindingWords.kind(kind).in(language)).append(' ').append(found.getOrDefault(kind, 0));
                out.println(line);
            });
            run.refused().forEach((why, count) -> out.println(refused(why, count).in(language)));
        }

        private static Text refused(Verdict why, long count) {
            Text word = switch (why) {
                case DUPLICATE -> new Text("重复", "known already");
                case TOO_LATE -> new Text("晚于后来的读数", "older than a later one");
                case AHEAD -> new Text("时间在将来", "of a time to come");
                case ANCIENT -> new Text("时间过早", "of a time long past");
                case IMPLAUSIBLE -> new Text("不是传感器能报的数", "not what the sensor can report");
                case IN_ORDER, LATE, CORRECTED -> throw new IllegalStateException("used, not refused: " + why);
            };
            return new Text("# 未用 %d 个：%s".formatted(count, word.zh()), "# not used: %d, %s".formatted(count, word.en()));
        }
    }
}
