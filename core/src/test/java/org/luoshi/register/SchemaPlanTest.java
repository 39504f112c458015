package org.luoshi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;

class SchemaPlanTest {

    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aSecondApplyDoesNothing() {
        PackSet same = Town.packs(Town.site(), Town.project());
        SchemaPlan plan = town.registers.plan(same);
        assertThat(plan.steps()).as(plan.render(Language.EN, Set.of())).isEmpty();
        assertThat(plan.render(Language.ZH, Set.of())).contains("无须改动");
    }

    @Test
    void aNewFieldBecomesAColumnInBothTables() {
        Entity wider = with(Town.field("floor_area", new FieldType.DecimalType(10, 1, Town.measure("m2"), null, null), false));
        apply(wider);
        long id = town.create(values(Map.of("floor_area", new BigDecimal("12.5"))));
        town.projects().update(id, 1, Map.of("floor_area", new BigDecimal("13.5")), town.system);
        assertThat(town.projects().history(id, town.system)).hasSize(2);
    }

    @Test
    void aRenamedFieldKeepsItsValuesPresentAndPast() {
        long id = town.create(values(Map.of("jobs", 5L)));
        town.projects().update(id, 1, Map.of("jobs", 6L), town.system);
        List<Field> fields = new ArrayList<>(Town.projectFields());
        fields.replaceAll(f -> f.id().equals("jobs") ? Town.field("posts", f.type(), false) : f);
        Entity renamed = Town.entity(Town.PROJECT, List.of("code"), "name", "district", fields,
                List.of(List.of("started_on")), Map.of("jobs", "posts"));
        apply(renamed);
        assertThat(town.projects().history(id, town.system).getFirst().changes())
                .containsExactly(new FieldChange("posts", 5L, 6L));
        assertThat(town.registers.plan(Town.packs(Town.site(), renamed)).isEmpty()).isTrue();
    }

    @Test
    void droppingAFieldIsRefusedUnlessAskedForByName() {
        town.create(values(Map.of("jobs", 5L)));
        Entity narrower = without("jobs");
        assertThatThrownBy(() -> apply(narrower))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("--drop parks.project.jobs")
                .hasMessageContaining("1 values");
        town.registers.apply(Town.packs(Town.site(), narrower), Set.of("parks.project.jobs"), "system");
        assertThat(town.registers.plan(Town.packs(Town.site(), narrower)).isEmpty()).isTrue();
    }

    @Test
    void droppingARegisterIsRefusedUnlessAskedForByName() {
        PackSet onlySites = Town.packs(Town.site());
        assertThatThrownBy(() -> town.registers.apply(onlySites, Set.of(), "system")).isInstanceOf(SchemaRefused.class);
        town.registers.apply(onlySites, Set.of("parks.project"), "system");
        assertThat(town.registers.plan(onlySites).isEmpty()).isTrue();
    }

    @Test
    void aWiderNumberIsTakenAndANarrowerOnlyIfEveryValueFits() {
        long id = town.create(values(Map.of("investment", new BigDecimal("123456.78"))));
        apply(replaced("investment", new FieldType.DecimalType(16, 3, Town.measure("万元"), BigDecimal.ZERO, null), false));
        assertThat(town.projects().find(id, null, town.system).orElseThrow().value("investment"))
                .isEqualTo(new BigDecimal("123456.780"));
        apply(replaced("investment", new FieldType.DecimalType(14, 2, Town.measure("万元"), BigDecimal.ZERO, null), false));
        Entity rounded = replaced("investment", new FieldType.DecimalType(14, 0, Town.measure("万元"), BigDecimal.ZERO, null), false);
        assertThatThrownBy(() -> apply(rounded)).isInstanceOf(SchemaRefused.class);
        Entity tooSmall = replaced("investment", new FieldType.DecimalType(4, 2, Town.measure("万元"), BigDecimal.ZERO, null), false);
        assertThatThrownBy(() -> town.registers.apply(
                        Town.packs(Town.site(), tooSmall), Set.of("parks.project.investment"), "system"))
                .isInstanceOf(SchemaRefused.class);
    }

    @Test
    void aUsedEnumerationValueIsNotTakenAwayUnasked() {
        town.create(values(Map.of()));
        Entity fewer = replaced("stage", new FieldType.EnumerationType(List.of(
                new EnumerationValue("signed", Text.same("签约")), new EnumerationValue("started", Text.same("开工")))), true);
        assertThatThrownBy(() -> apply(fewer)).isInstanceOf(SchemaRefused.class).hasMessageContaining("1 records");
        Entity unused = replaced("stage", new FieldType.EnumerationType(List.of(
                new EnumerationValue("lead", Text.same("线索")), new EnumerationValue("signed", Text.same("签约")))), true);
        apply(unused);
    }

    @Test
    void aFieldMadeRequiredAsksForTheMissingValuesOrForConsent() {
        long id = town.create(values(Map.of()));
        Entity strict = replaced("jobs", new FieldType.IntegerType(Town.measure("人"), 0L, null), true);
        assertThatThrownBy(() -> apply(strict)).isInstanceOf(SchemaRefused.class).hasMessageContaining("1 records have no value");
        PackSet packs = Town.packs(Town.site(), strict);
        town.registers.apply(packs, Set.of("parks.project.jobs"), "system");
        assertThat(town.registers.plan(packs).isEmpty()).isTrue();
        assertThat(town.projects().update(id, 1, Map.of("jobs", 3L), town.system)).isInstanceOf(WriteResult.Written.class);
        apply(strict);
        assertThat(town.registers.plan(packs).isEmpty()).isTrue();
    }

    @Test
    void namesThatTheDatabaseKeepsForItselfAreRefused() {
        Entity reserved = Town.project(List.of(
                Town.field("code", new FieldType.TextType(5, null), true),
                Town.field("name", new FieldType.TextType(5, null), true),
                Town.field("district", new FieldType.UnitType(Set.of()), true),
                Town.field("started_on", new FieldType.DateType(), false),
                Town.field("xmin", new FieldType.BooleanType(), false)));
        assertThatThrownBy(() -> town.registers.plan(Town.packs(Town.site(), reserved)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("xmin");
    }

    @Test
    void longNamesAreShortenedForTheDatabaseOnly() {
        String longest = "a".repeat(41);
        Entity wordy = Town.entity(new QualifiedId("parks", "b".repeat(41)), List.of(longest), longest, null,
                List.of(Town.field(longest, new FieldType.TextType(9, "[a-z]+"), true)), List.of(), Map.of());
        PackSet packs = Town.packs(Town.site(), Town.project(), wordy);
        town.registers.apply(packs, Set.of(), "system");
        assertThat(town.registers.plan(packs).isEmpty()).isTrue();
    }

    @Test
    void theDatabaseItselfRefusesWhatAnotherToolWouldWrite() {
        assertThatThrownBy(() -> town.context.sql().execute(
                        """
                        insert into parks.project (_version, _known_from, _change, code, name, district, stage)
                        values (1, now(), 1, 'X', 'x', 'north', 'nonsense')"""))
                .hasMessageContaining("project_stage_check");
    }

    private void apply(Entity project) {
        town.registers.apply(Town.packs(Town.site(), project), Set.of(), "system");
    }

    private static Entity with(Field more) {
        List<Field> fields = new ArrayList<>(Town.projectFields());
        fields.add(more);
        return Town.project(fields);
    }

    private static Entity without(String field) {
        return Town.project(Town.projectFields().stream().filter(f -> !f.id().equals(field)).toList());
    }

    private static Entity replaced(String field, FieldType type, boolean required) {
        List<Field> fields = new ArrayList<>(Town.projectFields());
        fields.replaceAll(f -> f.id().equals(field) ? Town.titled(field, f.title().zh(), type, required) : f);
        return Town.project(fields);
    }

    private static Map<String, Object> values(Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>(RegisterTest.project("P-1", "north"));
        values.putAll(more);
        return values;
    }
}
