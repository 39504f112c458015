package org.luoshi.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Wall time of checking all packs, a cold JVM each time.
final class CheckSpeed implements Question {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return """
                ./luoshi check packs 的总时间,每次新开 JVM。--runs 15
                Wall time of ./luoshi check packs, a new JVM each time.""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        var packs = program.packs();
        program.time(Map.of(), "check", packs.toString()); // files into the page cache
        var seconds = new ArrayList<Double>();
        var processor = new ArrayList<Double>();
        var exits = new ArrayList<Integer>();
        for (var i = 0; i < asked.number("runs", 15); i++) {
            var ended = program.time(Map.of(), "check", packs.toString());
            if (ended.exit() > 1) ended.requireDone();
            seconds.add(ended.seconds());
            processor.add(ended.processor());
            exits.add(ended.exit());
        }
        try (var files = Files.walk(packs)) {
            var sizes = files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).summaryStatistics();
            result.heading("`./luoshi check packs`, wall seconds");
            result.say("%d files, %.0f kB; exit codes %s.\n", sizes.getCount(), sizes.getSum() / 1024.0,
                    exits.stream().distinct().toList());
        }
        var all = new Durations(seconds.stream().mapToDouble(it -> it).toArray());
        result.table(List.of("runs", "min", "median", "max", "processor, median", "each"));
        result.row(all.count(), all.least(), all.median(), all.most(),
                new Durations(processor.stream().mapToDouble(it -> it).toArray()).median(),
                seconds.stream().map(Result::figure).collect(Collectors.joining(" ")));
    }
}
