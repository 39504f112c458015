package org.luoshi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// `./luoshi bench QUESTION [--option value …]`: measures, prints, and writes `bench/results/DATE-QUESTION.md`.
public final class Bench {

    private static final List<Question> QUESTIONS =
            List.of(
                    new StartUp(),
                    new CheckSpeed(),
                    new ImportSpeed(),
                    new PageSpeed(),
                    new RecomputeSpeed(),
                    new FiguresSpeed(),
                    new CaseSpeed(),
                    new ClockSpeed(),
                    new DetectionScores());

    private Bench() {}

    public static void main(String... words) throws Exception {
        var question = words.length == 0
                ? null
                : QUESTIONS.stream().filter(it -> it.name().equals(words[0])).findFirst().orElse(null);
        if (question == null) {
            System.err.println("./luoshi bench QUESTION [--option value …]");
            QUESTIONS.forEach(it -> System.err.println("\n  " + it.name() + "\n      " + it.summary().replace("\n", "\n      ")));
            System.exit(2);
            return;
        }
        var root = Path.of(System.getProperty("luoshi.root", "")).toAbsolutePath().normalize();
        var asked = Asked.of(Arrays.asList(words).subList(1, words.length));
        var work = Files.createDirectories(root.resolve("bench/target/work").resolve(question.name()));
        if (asked.number("reuse", 0) == 0) Folder.empty(work);
        var program = new Program(root, work);
        var result = new Result(question.name(), String.join(" ", words), root);
        try {
            question.answer(asked, program, result);
            System.out.println("\n→ " + result.write(asked.text("suffix", "")));
        } finally {
            if (asked.number("keep", 0) == 0) Folder.empty(work);
        }
    }
}
