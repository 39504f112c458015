package org.luoshi.bench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// Evidence for about half of the load plan's milestones, as a CSV for `plan_follow_up.evidence`.
public final class EvidenceFile {

    private EvidenceFile() {}

    /// @return rows written
    public static int write(Path path, long seed, LoadPlan plan) throws IOException {
        var random = new SplittableRandom(seed);
        var rows = 0;
        try (var writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            writer.write("code,title,commitment,milestone,unit,kind,happened_on,submitted_on,submission,verdict,"
                    + "verified_on,verified_by\n");
            for (var commitment : plan.commitments()) {
                for (var milestone : commitment.milestones()) {
                    var happened = milestone.due().plusDays(random.nextInt(-40, 40));
                    if (random.nextInt(10) == 0 || !happened.isBefore(LocalDate.of(2025, 9, 10))) continue;
                    rows++;
                    var accepted = random.nextInt(10) > 0;
                    writer.write(String.join(
                            ",",
                            "B-%06d".formatted(rows),
                            "合成佐证" + rows,
                            commitment.id(),
                            milestone.id(),
                            commitment.lead(),
                            "document",
                            happened.toString(),
                            happened.plusDays(2).toString(),
                            "1",
                            accepted ? "accepted" : "pending",
                            accepted ? happened.plusDays(5).toString() : "",
                            accepted ? LoadPlan.VERIFIER : ""));
                    writer.write('\n');
                }
            }
        }
        return rows;
    }
}
