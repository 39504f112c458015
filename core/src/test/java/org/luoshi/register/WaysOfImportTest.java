package org.luoshi.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Constraint;
import org.luoshi.pack.Entity;
import org.luoshi.pack.expression.ExpressionChecker;
import org.luoshi.pack.expression.Names;
import org.luoshi.pack.expression.Scope;
import org.luoshi.register.ImportReport.Outcome;

/// A file means the same for an empty register, where each row is judged in memory and goes straight into the table, and
/// for one with records, where the database judges all rows at once.
class WaysOfImportTest {

    private static final String HEAD = "code,name,district,stage,investment,jobs,started_on,site,place\n";

    private static @Nullable Town town;

    record Row(String code, String name, String district, String stage, String investment, String jobs, String day, String site, String place) {

        String csv() {
            return String.join(",", code, name, district, stage, investment, jobs, day, site, place) + "\n";
        }
    }

    /// What came of an import. Of a bad row the two may tell different mistakes first, never none.
    record Result(long created, long bad, Set<Long> badRows, Map<String, Map<String, Object>> records) {}

    @BeforeContainer
    static void open() {
        town = new Town(ruled());
        town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system);
        town.sites().create(Map.of("code", "S2", "name", "二号地"), town.system);
    }

    @AfterContainer
    static void close() {
        if (town != null) {
            town.close();
        }
    }

    @Property(tries = 60)
    void anEmptyRegisterAndOneWithRecordsTakeTheSameRows(@ForAll("rows") List<Row> rows, @ForAll boolean officer) {
        Viewer viewer = officer ? town.north : town.system;
        String file = HEAD + rows.stream().map(Row::csv).collect(Collectors.joining());
        empty();
        Result alone = imported(file, viewer);
        empty();
        town.create(RegisterTest.project("OTHER-ONE", "north"));
        Result beside = imported(file, viewer);
        assertThat(alone).isEqualTo(beside);
    }

    private static Result imported(String text, Viewer viewer) {
        try {
            Path file = Files.createTempFile("ways", ".csv");
            Files.write(file, text.getBytes(UTF_8));
            ImportReport report = town.projects().prepareImport(ImportRequest.of(file).goodRows(null), viewer).run();
            Files.delete(file);
            assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
            Set<Long> bad = report.errors().stream().map(CellError::row).collect(Collectors.toSet());
            return new Result(report.created(), report.bad(), bad, records());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, Object>> records() {
        Map<String, Map<String, Object>> records = new TreeMap<>();
        for (RegisterRecord record : town.projects().list(ListRequest.first(100), town.system).rows()) {
            assertThat(record.version()).isEqualTo(1);
            if (!"OTHER-ONE".equals(record.value("code"))) {
                records.put((String) record.value("code"), new HashMap<>(record.values()));
            }
        }
        return records;
    }

    /// Not by deleting record by record: what is tested is the way in.
    private static void empty() {
        town.context.sql().execute("truncate parks.project, parks.project_history");
    }

    private static Entity ruled() {
        Entity plain = Town.project();
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(rule(plain, "project.stage != 'started' || project.started_on != null", "started_on"));
        constraints.add(rule(plain, "project.jobs < quantity('500', '人') || project.investment >= quantity('1', '万元')", null));
        return new Entity(plain.id(), plain.title(), plain.plural(), plain.key(), plain.label(), plain.unit(), plain.fields(),
                constraints, plain.indexes(), plain.list(), plain.renamed());
    }

    private static Constraint rule(Entity entity, String source, @Nullable String field) {
        return new Constraint(
                ExpressionChecker.check(
                                source,
                                Span.of("project.yaml", 1, 1, source.length()),
                                Scope.record(Names.of("parks", Set.of(), List.of(entity, Town.site()), Map.of()), entity),
                                mistake -> {
                                    throw new IllegalStateException(source + ": " + mistake);
                                })
                        .orElseThrow(),
                new Text("须合 " + source, "must keep " + source),
                field);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<String> codes = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(20, Arbitraries.integers().between(0, 9_999).map(n -> "P-" + n)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of("P-1", "P-2")),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("", "p 3", "'P-4")));
        Arbitrary<String> names = Arbitraries.of("甲", "𠮷祥", "'=乙", "");
        Arbitrary<String> districts = Arbitraries.of("north", "北区", "mca:999101", "south", "无");
        Arbitrary<String> stages = Arbitraries.of("lead", "签约", "开工");
        Arbitrary<String> amounts = Arbitraries.of("", "0", "0.5", "1", "1234567.25", "-1");
        Arbitrary<String> jobs = Arbitraries.of("", "0", "499", "500", "12.0");
        Arbitrary<String> rest = Combinators.combine(
                        Arbitraries.of("", "2025-03-05", "2025年2月29日"),
                        Arbitraries.of("", "S1", "S2", "S3", "#1", "#1 一号地", "#99"),
                        Arbitraries.of("", "104.0668;30.5728"))
                .as((day, site, place) -> day + "," + site + "," + place);
        return Combinators.combine(codes, names, districts, stages, amounts, jobs, rest)
                .as((code, name, district, stage, amount, people, others) -> {
                    String[] parts = others.split(",", -1);
                    return new Row(code, name, district, stage, amount, people, parts[0], parts[1], parts[2]);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }
}
