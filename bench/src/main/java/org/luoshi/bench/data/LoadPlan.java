package org.luoshi.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A synthetic plan: focuses, measures, and as many commitments as asked for; two of five have a figure on the
/// load register, the others milestones only.
public record LoadPlan(List<Commitment> commitments) {

    /// Verifies evidence and leads nothing.
    static final String VERIFIER = "reform_office";

    private static final int FOCUSES = 20;

    private static final int MEASURES_A_FOCUS = 10;

    /// @param figureUnit whose figure is promised; empty where none is
    public record Commitment(
            String id, int focus, int measure, String lead, String figureUnit, int target, List<Milestone> milestones) {}

    public record Milestone(String id, LocalDate due) {}

    public LoadPlan {
        commitments = List.copyOf(commitments);
    }

    /// @param packs folder whose city pack names the units
    static LoadPlan random(long seed, int count, Path packs) throws IOException {
        var random = new SplittableRandom(seed);
        var leads = CityUnits.ofKinds(packs, List.of("district", "street", "town"));
        var commitments = new ArrayList<Commitment>();
        for (var i = 0; i < count; i++) {
            var lead = leads.get(random.nextInt(leads.size()));
            var milestones = new ArrayList<Milestone>();
            for (var m = 1; m <= 2 + i % 2; m++)
                milestones.add(new Milestone("m" + m, LocalDate.of(2024, 12, 31).plusDays(120L * m - random.nextInt(100))));
            commitments.add(new Commitment(
                    "c%05d".formatted(i),
                    i % FOCUSES,
                    i / FOCUSES % MEASURES_A_FOCUS,
                    lead,
                    random.nextInt(5) < 2 ? lead : "",
                    random.nextInt(500, 20_000),
                    milestones));
        }
        return new LoadPlan(commitments);
    }

    /// One file a focus, as plans are written, and one clause that everything traces to.
    void write(Path plan) throws IOException {
        Files.writeString(
                plan.resolve("clauses.yaml"),
                "- { id: c001, paragraph: 1, sentence: 1, speaker: null, gist: { zh: 合成条款, en: A synthetic clause }, "
                        + "kind: promise, needs: commitment }\n");
        Files.createDirectories(plan.resolve("focus"));
        for (var focus = 0; focus < FOCUSES; focus++)
            Files.writeString(plan.resolve("focus/focus_%02d.yaml".formatted(focus)), String.join("\n", focus(focus)));
    }

    private List<String> focus(int focus) {
        var lines = new ArrayList<>(List.of(
                "title: { zh: 合成着力点%1$d, en: Synthetic focus %1$d }".formatted(focus + 1),
                "order: " + (focus + 1),
                "clauses: [c001]",
                "measures:"));
        for (var measure = 0; measure < MEASURES_A_FOCUS; measure++) {
            var mine = measure;
            var inside = commitments.stream().filter(it -> it.focus == focus && it.measure == mine).toList();
            if (inside.isEmpty()) continue;
            lines.add("  - id: f%02d_m%02d".formatted(focus, measure));
            lines.add("    title: { zh: 合成举措%1$d之%2$d, en: Synthetic measure %1$d-%2$d }".formatted(focus + 1, measure + 1));
            lines.add("    lever: none");
            lines.add("    lead: chengdu");
            lines.add("    clauses: [c001]");
            lines.add("    commitments:");
            inside.forEach(it -> lines.addAll(lines(it)));
        }
        lines.add("");
        return lines;
    }

    private static List<String> lines(Commitment it) {
        var lines = new ArrayList<>(List.of(
                "      - id: " + it.id,
                "        title: { zh: 合成任务%1$s, en: Synthetic commitment %1$s }".formatted(it.id),
                "        lead: " + it.lead,
                "        period: { from: 2024-12-21, to: 2025-12-31, stated: false }"));
        if (!it.figureUnit.isEmpty())
            lines.addAll(List.of(
                    "        figure:",
                    "          indicator: bench.entries_opened",
                    "          unit: " + it.figureUnit,
                    "          baseline: { on: 2024-12-20, value: 0, stated: false }",
                    "          target: " + it.target,
                    "          stated: false"));
        lines.add("        milestones:");
        for (var milestone : it.milestones)
            lines.add("          - { id: %1$s, title: { zh: 合成节点%1$s, en: Synthetic milestone %1$s }, due: %2$s, stated: false }"
                    .formatted(milestone.id, milestone.due));
        lines.add("        evidence: [{ zh: 合成佐证, en: Synthetic evidence }]");
        lines.add("        clauses: [c001]");
        return lines;
    }
}
