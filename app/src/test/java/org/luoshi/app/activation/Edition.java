package org.luoshi.app.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.luoshi.compiler.Compilation;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.kernel.diagnostic.TerminalRenderer;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.PackSet;

/// One edition of a small synthetic city pack: files with lines that differ from edition to edition.
///
/// Districts `north` and `south`, street `lane`; a register of projects; indicators; a plan of one commitment.
record Edition(Map<String, String> files) {

    static Edition first() {
        Map<String, String> files = new TreeMap<>();
        files.put("pack.yaml", """
                title: { zh: 合成市, en: Synthetic city }
                version: 1.0.0
                luoshi: ">=0.1"
                city: true
                """);
        files.put("units/sources.yaml", """
                made_up:
                  title: { zh: 合成, en: Made up }
                  verified: true
                """);
        files.put("units/units.csv", """
                id,kind,zh,en,short_zh,short_en,valid_from,valid_to,source
                city,city,合成市,Synthetic City,合成,City,2020-01-01,,made_up
                north,district,北区,North District,北区,North,2020-01-01,,made_up
                south,district,南区,South District,南区,South,2020-01-01,,made_up
                lane,street,巷街道,Lane Street,巷街,Lane,2020-01-01,,made_up
                """);
        files.put("entities/project.yaml", entity("""
                  investment: { type: decimal, digits: 12, decimals: 2, unit: 万元, title: { zh: 投资, en: Investment } }
                  jobs: { type: integer, unit: 人, min: 0, title: { zh: 岗位, en: Jobs } }
                """));
        files.put("entities/evidence.yaml", """
                title: { zh: 佐证, en: Evidence }
                key: code
                label: code
                unit: unit
                fields:
                  code: { type: text, max: 20, required: true, title: { zh: 编号, en: Code } }
                  unit: { type: unit, required: true, title: { zh: 单位, en: Unit } }
                  commitment: { type: commitment, title: { zh: 任务, en: Commitment } }
                  milestone: { type: text, max: 40, title: { zh: 节点, en: Milestone } }
                  happened_on: { type: date, title: { zh: 发生日期, en: Happened on } }
                  verdict:
                    type: enumeration
                    title: { zh: 结论, en: Verdict }
                    values:
                      accepted: { zh: 认定, en: Accepted }
                      rejected: { zh: 不认定, en: Rejected }
                  verified_on: { type: date, title: { zh: 核实日期, en: Verified on } }
                """);
        files.put("statuses/rule.yaml", rule("0.7"));
        files.put("plan/clauses.yaml", """
                - id: c001
                  paragraph: 1
                  sentence: 1
                  gist: { zh: 一批项目开工, en: Projects are to start }
                  kind: number
                  needs: commitment
                """);
        files.put("plan/plan.yaml", """
                title: { zh: 计划, en: Plan }
                source:
                  title: { zh: 报道, en: Report }
                  publisher: 合成日报
                  date: 2024-12-21
                period: { from: 2025-01-01, to: 2025-12-31, stated: false }
                status_rule: rule
                evidence:
                  entity: evidence
                  commitment: commitment
                  milestone: milestone
                  happened_on: happened_on
                  verdict: verdict
                  accepted: accepted
                  verified_on: verified_on
                """);
        files.put("plan/focus/industry.yaml", focus("12"));
        return new Edition(files)
                .laneOf("south", "2025-03-01", "north")
                .with("starts", indicator("count(project, project.stage == 'started')", "个", "to_date"));
    }

    Edition file(String path, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(path, text);
        return new Edition(changed);
    }

    Edition without(String path) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.remove(path);
        return new Edition(changed);
    }

    Edition with(String indicator, String yaml) {
        return file("indicators/" + indicator + ".yaml", yaml);
    }

    /// The street belongs to `first` until the day, then to `then`.
    Edition laneOf(String first, String day, String then) {
        return file("units/parents.csv", """
                unit,parent,basis,valid_from,valid_to,source
                north,city,administrative,2020-01-01,,made_up
                south,city,administrative,2020-01-01,,made_up
                lane,%s,administrative,2020-01-01,%s,made_up
                lane,%s,administrative,%s,,made_up
                """.formatted(first, day, then, day));
    }

    static String entity(String more) {
        return """
                title: { zh: 项目, en: Project }
                key: code
                label: code
                unit: district
                fields:
                  code: { type: text, max: 32, required: true, title: { zh: 编号, en: Code } }
                  district: { type: unit, required: true, title: { zh: 区县, en: District } }
                  stage:
                    type: enumeration
                    title: { zh: 阶段, en: Stage }
                    values:
                      signed: { zh: 签约, en: Signed }
                      started: { zh: 开工, en: Started }
                  started_on: { type: date, title: { zh: 开工日期, en: Started on } }
                  closed_on: { type: date, title: { zh: 关闭日期, en: Closed on } }
                """ + more;
    }

    static String indicator(String value, String unit, String accumulate) {
        return """
                title: { zh: 指标, en: Figure }
                unit: %s
                direction: up
                per: [city, district, month]
                value: %s
                date: started_on
                accumulate: %s
                missing: zero
                source: { zh: 合成月报, en: Made-up monthly return }
                """.formatted(unit, value, accumulate);
    }

    static String rule(String tolerance) {
        return """
                title: { zh: 状态规则, en: Status rule }
                applies_to: commitments
                levels:
                  - level: behind
                    when: ratio < %s
                    colour: red
                    title: { zh: 滞后, en: Behind }
                    reason: { zh: "进度为 {ratio}", en: "Progress is {ratio}" }
                  - level: on_path
                    when: "true"
                    colour: green
                    title: { zh: 正常, en: On path }
                    reason: { zh: "进度为 {ratio}", en: "Progress is {ratio}" }
                """.formatted(tolerance);
    }

    static String focus(String target) {
        return """
                title: { zh: 建圈强链, en: Stronger industries }
                order: 1
                measures:
                  - id: parks_first
                    title: { zh: 园区先行, en: Parks first }
                    lever: lever
                    lead: city
                    commitments:
                      - id: start_projects
                        title: { zh: 项目开工, en: Projects start }
                        lead: north
                        period: { from: 2025-01-01, to: 2025-12-31, stated: false }
                        figure:
                          indicator: starts
                          unit: north
                          baseline: { on: 2025-01-01, value: 0, stated: false }
                          target: %s
                          stated: true
                        milestones:
                          - { id: list, title: { zh: 清单印发, en: The list is issued }, due: 2025-03-31, stated: false }
                        clauses: [c001]
                """.formatted(target);
    }

    /// Writes the edition and compiles it.
    PackSet compile(Path folder) {
        Path pack = folder.resolve("city");
        try {
            files.forEach((path, text) -> write(pack.resolve(path), text));
            Compilation compilation = PackCompiler.compile(List.of(pack));
            return compilation.packs()
                    .orElseThrow(() -> new IllegalStateException(new TerminalRenderer(Language.EN)
                            .render(compilation.diagnostics().sorted(), compilation.sources())));
        } finally {
            delete(pack);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var walked = Files.walk(folder)) {
            for (Path path : walked.collect(Collectors.toList()).reversed()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
