package org.luoshi.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.PackSet;
import org.luoshi.register.internal.history.Places;

/// What a register held under names it no longer has stays readable as of the past.
class DepartureTest {

    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aDroppedFieldIsReadAsOfBeforeAlsoOfRecordsThatChangedSince() {
        long kept = town.create(values("A", Map.of("jobs", 5L)));
        long changed = town.create(values("B", Map.of("jobs", 7L)));
        Instant before = moment();
        apply(without("jobs"), "parks.project.jobs");
        town.projects().update(changed, 1, Map.of("name", "新名"), town.system);
        town.projects().delete(kept, 1, "试", town.system);
        assertThat(read(before, Town.project(), "jobs")).isEqualTo(Map.of("A", "5", "B", "7"));
    }

    @Test
    void anImportCarriesDepartedValuesOnIntoTheHistory(@TempDir Path folder) throws Exception {
        town.create(values("A", Map.of("jobs", 5L)));
        Instant before = moment();
        apply(without("jobs"), "parks.project.jobs");
        Path csv = Files.writeString(folder.resolve("p.csv"), "编号,名称\nA,改名\n", StandardCharsets.UTF_8);
        ImportReport report = town.projects().prepareImport(ImportRequest.of(csv), town.system).run();
        assertThat(report.updated()).isEqualTo(1);
        assertThat(read(before, Town.project(), "jobs")).isEqualTo(Map.of("A", "5"));
        assertThat(read(before, Town.project(), "name")).isEqualTo(Map.of("A", "A"));
    }

    @Test
    void aFieldThatComesBackDoesNotMixItsTwoLives() {
        long id = town.create(values("A", Map.of("jobs", 5L)));
        Instant firstLife = moment();
        apply(without("jobs"), "parks.project.jobs");
        Instant between = moment();
        apply(Town.project());
        town.projects().update(id, 1, Map.of("jobs", 9L), town.system);
        Instant secondLife = moment();
        apply(without("jobs"), "parks.project.jobs");
        assertThat(read(firstLife, Town.project(), "jobs")).isEqualTo(Map.of("A", "5"));
        assertThat(read(secondLife, Town.project(), "jobs")).isEqualTo(Map.of("A", "9"));
        assertThat(read(between, without("jobs"), "name")).isEqualTo(Map.of("A", "A"));
    }

    @Test
    void aRenamedFieldAnswersToItsOldNameAsOfBeforeAndAfterItIsDroppedToo() {
        town.create(values("A", Map.of("jobs", 5L)));
        Instant before = moment();
        Entity renamed = renamed("jobs", "posts");
        apply(renamed);
        Instant after = moment();
        assertThat(read(before, Town.project(), "jobs")).isEqualTo(Map.of("A", "5"));
        apply(without("jobs"), "parks.project.posts");
        assertThat(read(before, Town.project(), "jobs")).isEqualTo(Map.of("A", "5"));
        assertThat(read(after, renamed, "posts")).isEqualTo(Map.of("A", "5"));
    }

    @Test
    void anotherTypeLeavesTheOldValuesAsTheyWere() {
        long id = town.create(values("A", Map.of("investment", new BigDecimal("12.34"))));
        town.projects().update(id, 1, Map.of("jobs", 1L), town.system);
        Instant before = moment();
        apply(replaced("investment", new FieldType.DecimalType(14, 0, Town.measure("万元"), BigDecimal.ZERO, null)),
                "parks.project.investment");
        assertThat(read(null, null, "investment")).isEqualTo(Map.of("A", "12"));
        assertThat(read(before, Town.project(), "investment")).isEqualTo(Map.of("A", "12.34"));
        apply(replaced("investment", new FieldType.TextType(40, null)));
        assertThat(read(null, null, "investment")).isEqualTo(Map.of("A", "12"));
        assertThat(town.projects().history(id, town.system)).hasSize(2);
        apply(replaced("investment", new FieldType.DateType()), "parks.project.investment");
        assertThat(read(before, Town.project(), "investment")).isEqualTo(Map.of("A", "12.34"));
        assertThat(town.registers.plan(Town.packs(Town.site(), replaced("investment", new FieldType.DateType()))).isEmpty())
                .isTrue();
    }

    @Test
    void aDroppedRegisterIsReadAsOfBeforeAndItsNumbersAreNotUsedAgain() {
        long id = town.create(values("A", Map.of("jobs", 5L)));
        town.projects().update(id, 1, Map.of("jobs", 6L), town.system);
        Instant before = moment();
        town.registers.apply(Town.packs(Town.site()), Set.of("parks.project"), "system");
        assertThat(read(before, Town.project(), "jobs")).isEqualTo(Map.of("A", "6"));
        apply(without("jobs"));
        long other = town.create(values("A", Map.of()));
        assertThat(other).isGreaterThan(id);
        assertThat(read(null, null, "name")).isEqualTo(Map.of("A", "A"));
        assertThat(read(before, Town.project(), "jobs")).isEqualTo(Map.of("A", "6"));
        town.registers.apply(Town.packs(Town.site()), Set.of("parks.project"), "system");
        assertThat(town.registers.plan(Town.packs(Town.site())).isEmpty()).isTrue();
        assertThat(read(before, Town.project(), "jobs")).isEqualTo(Map.of("A", "6"));
    }

    /// By code; of the present where there is no moment.
    private Map<String, String> read(@Nullable Instant moment, @Nullable Entity declared, String field) {
        EntityTable table = moment == null || declared == null
                ? new EntityTable(town.projects().entity())
                : new Places(town.context.sql()).then(declared, moment);
        Map<String, String> found = new HashMap<>();
        town.context
                .sql()
                .fetch("select code, \"%s\" from %s as r".formatted(field, table.asOfSql(moment)))
                .forEach(row -> found.put(row.get(0, String.class), String.valueOf(row.get(1))));
        return found;
    }

    private Instant moment() {
        town.clock.advance(Duration.ofHours(1));
        Instant moment = town.clock.instant();
        town.clock.advance(Duration.ofHours(1));
        return moment;
    }

    private void apply(Entity project, String... dropped) {
        PackSet packs = Town.packs(Town.site(), project);
        town.registers.apply(packs, Set.of(dropped), "system");
    }

    private static Entity without(String field) {
        return Town.project(Town.projectFields().stream().filter(f -> !f.id().equals(field)).toList());
    }

    private static Entity replaced(String field, FieldType type) {
        List<Field> fields = new ArrayList<>(Town.projectFields());
        fields.replaceAll(f -> f.id().equals(field) ? Town.titled(field, f.title().zh(), type, false) : f);
        return Town.project(fields);
    }

    private static Entity renamed(String from, String to) {
        List<Field> fields = new ArrayList<>(Town.projectFields());
        fields.replaceAll(f -> f.id().equals(from) ? Town.titled(to, f.title().zh(), f.type(), false) : f);
        return Town.entity(Town.PROJECT, List.of("code"), "name", "district", fields,
                List.of(List.of("started_on")), Map.of(from, to));
    }

    private static Map<String, Object> values(String code, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(RegisterTest.project(code, "north"));
        values.put("name", code);
        values.putAll(more);
        return values;
    }
}
