package org.luoshi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.luoshi.bench.detect.BatadalRun;
import org.luoshi.bench.detect.NabRun;
import org.luoshi.bench.detect.PublicSet;

/// How well detection finds what is wrong, by the scores of public benchmarks.
final class DetectionScores implements Question {

    @Override
    public String name() {
        return "detect";
    }

    @Override
    public String summary() {
        return """
                检测的公开评分：NAB（58 条曲线）、BATADAL（供水 SCADA）。--data 文件夹
                Published scores of detection: NAB (58 series) and BATADAL (SCADA of a water network). --data FOLDER""";
    }

    @Override
    public void answer(Asked asked, Program program, Result result) throws Exception {
        result.data("none made: NAB 1.1 (numenta/NAB, MIT) and BATADAL datasets 03 and 04 (batadal.net, CC BY 4.0), as published");
        result.heading("NAB 1.1, by its own scoring");
        Optional<Path> nab = folder(asked, program, "nab");
        if (nab.isEmpty()) skip(result, "nab");
        else NabRun.over(nab.get()).lines().forEach(result::say);
        result.heading("BATADAL, by the competition's scoring");
        Optional<Path> batadal = folder(asked, program, "water-batadal");
        if (batadal.isEmpty()) skip(result, "water-batadal");
        else BatadalRun.over(batadal.get()).lines().forEach(result::say);
    }

    private static void skip(Result result, String name) {
        result.say("**Skipped**: no `shared/data/" + name + "` in any folder above, and none in that of `--data`.");
    }

    private static Optional<Path> folder(Asked asked, Program program, String name) {
        String named = asked.text("data", "");
        if (named.isEmpty()) return PublicSet.find(program.root(), name);
        return Optional.of(Path.of(named).resolve(name)).filter(Files::isDirectory);
    }
}
