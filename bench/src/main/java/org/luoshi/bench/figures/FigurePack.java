package org.luoshi.bench.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.pack.PackSet;

/// A synthetic city of 300 units, a register `load.fact` and 40 indicators per unit and month.
public final class FigurePack {

    static final List<String> KINDS = List.of("a", "b", "c", "d", "e");

    private static final int DISTRICTS = 20;
    private static final int STREETS = 279;

    private FigurePack() {}

    /// Streets, to which the records belong.
    static List<String> streets() {
        List<String> streets = new ArrayList<>();
        for (int i = 0; i < STREETS; i++) streets.add("s%03d".formatted(i));
        return streets;
    }

    /// All units.
    static List<String> units() {
        List<String> units = new ArrayList<>(List.of("city"));
        for (int i = 0; i < DISTRICTS; i++) units.add("d%02d".formatted(i));
        units.addAll(streets());
        return units;
    }

    public static PackSet compile(Path folder) throws IOException {
        Path pack = folder.resolve("load");
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = pack.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var compilation = PackCompiler.compile(List.of(pack));
        return compilation.packs()
                .orElseThrow(() -> new IllegalStateException(compilation.diagnostics().sorted().toString()));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pack.yaml", """
                title: { zh: 合成市, en: Synthetic city }
                version: 1.0.0
                luoshi: ">=0.1"
                city: true
                """);
        files.put("units/sources.yaml", "made_up:\n  title: { zh: 合成, en: Made up }\n  verified: true\n");
        files.put("units/units.csv", unitFile());
        files.put("units/parents.csv", parents());
        files.put("entities/fact.yaml", """
                title: { zh: 事项, en: Fact }
                key: code
                label: code
                unit: place
                fields:
                  code: { type: text, max: 20, required: true, title: { zh: 编号, en: Code } }
                  place: { type: unit, required: true, title: { zh: 单位, en: Place } }
                  kind:
                    type: enumeration
                    title: { zh: 类别, en: Kind }
                    values:
                      a: { zh: 甲, en: A }
                      b: { zh: 乙, en: B }
                      c: { zh: 丙, en: C }
                      d: { zh: 丁, en: D }
                      e: { zh: 戊, en: E }
                  amount: { type: decimal, digits: 14, decimals: 2, unit: 万元, title: { zh: 金额, en: Amount } }
                  people: { type: integer, unit: 人, min: 0, title: { zh: 人数, en: People } }
                  score: { type: decimal, digits: 5, decimals: 1, unit: "1", title: { zh: 评分, en: Score } }
                  happened_on: { type: date, title: { zh: 发生日期, en: Happened on } }
                  closed_on: { type: date, title: { zh: 办结日期, en: Closed on } }
                indexes:
                  - [place, happened_on]
                  - [place, closed_on]
                """);
        for (String kind : KINDS) {
            String only = "fact.kind == '" + kind + "'";
            files.put(file("count_" + kind), facts("count(fact, " + only + ")", "个", "within"));
            files.put(file("amount_" + kind), facts("sum(fact.amount, " + only + ")", "万元", "within"));
            files.put(file("people_" + kind), facts("sum(fact.people, " + only + ")", "人", "within"));
            files.put(file("mean_" + kind), facts("mean(fact.amount, " + only + ")", "万元", "to_date"));
            files.put(file("total_" + kind), facts("count(fact, " + only + ")", "个", "to_date"));
            files.put(file("doubled_" + kind), derived("amount_" + kind + " * 2 - quantity('1', '万元')", "万元"));
        }
        files.put(file("largest"), facts("max(fact.amount)", "万元", "within"));
        files.put(file("smallest"), facts("min(fact.amount)", "万元", "within"));
        files.put(file("crowd"), facts("max(fact.people)", "人", "to_date"));
        files.put(file("part_a"), rate("count(fact, fact.kind == 'a')", "count(fact)", "percent"));
        files.put(file("weighted"), facts("weightedMean(fact.score, fact.people)", "1", "within"));
        files.put(file("year_amount"), facts("sum(fact.amount)", "万元", "year_to_date"));
        files.put(file("year_count"), facts("count(fact)", "个", "year_to_date"));
        files.put(file("all_amount"), facts("sum(fact.amount)", "万元", "to_date"));
        files.put(file("open"), facts("count(fact)", "个", "standing\nuntil: closed_on"));
        files.put(file("open_amount"), facts("sum(fact.amount)", "万元", "standing\nuntil: closed_on"));
        return files;
    }

    private static String file(String indicator) {
        return "indicators/" + indicator + ".yaml";
    }

    private static String unitFile() {
        StringBuilder csv = new StringBuilder("id,kind,zh,en,short_zh,short_en,valid_from,valid_to,source\n");
        line(csv, "city", "city");
        for (int i = 0; i < DISTRICTS; i++) line(csv, "d%02d".formatted(i), "district");
        streets().forEach(street -> line(csv, street, "street"));
        return csv.toString();
    }

    private static void line(StringBuilder csv, String id, String kind) {
        csv.append("%1$s,%2$s,%1$s,%1$s,%1$s,%1$s,2000-01-01,,made_up\n".formatted(id, kind));
    }

    private static String parents() {
        StringBuilder csv = new StringBuilder("unit,parent,basis,valid_from,valid_to,source\n");
        for (int i = 0; i < DISTRICTS; i++)
            csv.append("d%02d,city,administrative,2000-01-01,,made_up\n".formatted(i));
        List<String> streets = streets();
        for (int i = 0; i < streets.size(); i++)
            csv.append("%s,d%02d,administrative,2000-01-01,,made_up\n".formatted(streets.get(i), i % DISTRICTS));
        return csv.toString();
    }

    private static String head(String unit) {
        return """
                title: { zh: 指标, en: Figure }
                unit: "%s"
                direction: up
                per: [city, district, street, month]
                missing: unknown
                source: { zh: 合成, en: Made up }
                """.formatted(unit);
    }

    private static String facts(String value, String unit, String accumulate) {
        return head(unit) + "value: " + value + "\ndate: happened_on\naccumulate: " + accumulate + "\n";
    }

    private static String rate(String above, String below, String unit) {
        return head(unit) + "numerator: " + above + "\ndenominator: " + below + "\ndate: happened_on\n";
    }

    private static String derived(String value, String unit) {
        return head(unit) + "value: " + value + "\n";
    }
}
