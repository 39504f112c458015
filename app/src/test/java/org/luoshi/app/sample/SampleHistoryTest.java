package org.luoshi.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.City;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.Sample;
import org.luoshi.pack.Sample.Corrected;
import org.luoshi.pack.Sample.Imperfections;
import org.luoshi.pack.Sample.Late;
import org.luoshi.pack.Sample.MilestonePart;
import org.luoshi.pack.Sample.SampleValue.Constant;
import org.luoshi.pack.Sample.SampleValue.Day;
import org.luoshi.pack.Sample.SampleValue.InCell;
import org.luoshi.pack.Sample.SampleValue.OfMilestone;
import org.luoshi.pack.Sample.SampleValue.RecordOf;
import org.luoshi.pack.Sample.SampleValue.Sequence;
import org.luoshi.pack.Sample.Span;
import org.luoshi.pack.Sample.Step;
import org.luoshi.pack.Sample.Variant;

class SampleHistoryTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    @Test
    void theSameSeedTellsTheSameHistory() {
        assertThat(history(sample(Imperfections.NONE))).isEqualTo(history(sample(Imperfections.NONE)));
    }

    @Test
    void aUnitMoreDoesNotChangeTheOthersHistory() {
        Sample sample = sample(Imperfections.NONE);
        List<Report> two = history(sample);
        List<Report> three = SampleHistory.of(List.of(sample), units("north", "south", "west"), List.of());
        assertThat(three.stream().filter(r -> !r.unit().equals("west")).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(two));
    }

    @Test
    void nothingIsKnownBeforeItHappened() {
        assertThat(history(sample(Imperfections.NONE))).allSatisfy(report -> report.values().values().stream()
                .filter(value -> value.matches("\\d{4}-.*"))
                .forEach(value -> assertThat(report.knownOn()).isAfter(LocalDate.parse(value))));
    }

    @Test
    void everyRecordStartsWithItsFirstReport() {
        Map<String, List<Report>> lives =
                history(sample(Imperfections.NONE)).stream().collect(Collectors.groupingBy(Report::record));
        assertThat(lives.values()).allSatisfy(life -> {
            assertThat(life.getFirst().first()).isTrue();
            assertThat(life.subList(1, life.size())).noneMatch(Report::first);
        });
    }

    @Test
    void aLateReportBecomesKnownAfterItsDelay() {
        Imperfections late = new Imperfections(new Late(1, new Span(20, 20)), 0, null, List.of());
        assertThat(history(sample(late)))
                .filteredOn(Report::first)
                .allSatisfy(report -> assertThat(report.knownOn())
                        .isEqualTo(LocalDate.parse(report.values().get("signed_on")).plusDays(21)));
    }

    @Test
    void aMissingRecordIsNeverHeardOfAgain() {
        assertThat(history(sample(new Imperfections(null, 1, null, List.of())))).allMatch(Report::first);
    }

    @Test
    void aCorrectionPutsTheDateRight() {
        Imperfections corrected = new Imperfections(
                null, 0, new Corrected(1, "signed_on", new Span(-9, -9), new Span(30, 30)), List.of());
        Map<String, List<Report>> lives =
                history(sample(corrected)).stream().collect(Collectors.groupingBy(Report::record));
        assertThat(lives.values()).allSatisfy(life -> {
            LocalDate wrong = LocalDate.parse(life.get(0).values().get("signed_on"));
            assertThat(life.get(1).values()).containsExactly(Map.entry("signed_on", wrong.plusDays(9).toString()));
        });
    }

    @Test
    void aVariantHappensOtherwiseThanDeclared() {
        Imperfections ceremonial = new Imperfections(
                null, 0, null, List.of(new Variant(1, 2, Map.of("evidence", new Constant("ceremony")))));
        assertThat(history(sample(ceremonial)))
                .filteredOn(report -> report.values().containsKey("started_on"))
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.values()).containsEntry("evidence", "ceremony"));
    }

    @Test
    void aReferenceNamesARecordOfTheSameUnit() {
        Sample firms = sample(Imperfections.NONE);
        Sample requests = new Sample(
                QualifiedId.parse("parks.requests"),
                Text.same("requests"),
                QualifiedId.parse("parks.request"),
                2,
                FROM,
                FROM.plusYears(1),
                new Sample.Rows(Set.of(UnitKind.DISTRICT), 3, 3, Map.of(), false),
                new Span(1, 1),
                new Span(0, 0),
                Map.of("firm", new RecordOf(firms.entity())),
                List.of(new Step(new Span(0, 100), 1, Map.of())),
                Imperfections.NONE);
        assertThat(SampleHistory.of(List.of(firms, requests), units("north", "south"), List.of()))
                .filteredOn(report -> report.entity().equals(requests.entity()))
                .hasSize(6)
                .allSatisfy(report -> assertThat(report.values().get("firm"))
                        .startsWith("parks.projects/" + report.unit() + "/"));
    }

    @Test
    void aNamedUnitGetsExactlyItsCount() {
        Sample base = sample(Imperfections.NONE);
        assertThat(history(base).stream().filter(Report::first).filter(r -> r.unit().equals("north")))
                .hasSize(12);
    }

    @Test
    void eachMilestoneGetsItsEvidenceAroundItsDueDate() {
        Sample evidence = new Sample(
                QualifiedId.parse("follow.evidence"),
                Text.same("evidence"),
                QualifiedId.parse("follow.evidence"),
                3,
                FROM,
                FROM.plusYears(1),
                new Sample.Rows(Set.of(), 0, 0, Map.of(), true),
                new Span(1, 1),
                new Span(0, 0),
                Map.of("commitment", new OfMilestone(MilestonePart.COMMITMENT), "on", new Day(0)),
                List.of(new Step(new Span(-10, 5), 1, Map.of())),
                Imperfections.NONE);
        DatedMilestone milestone =
                new DatedMilestone("build_homes", "m1", "civil_affairs", "开工", LocalDate.of(2025, 6, 30));
        assertThat(SampleHistory.of(List.of(evidence), units(), List.of(milestone)))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.unit()).isEqualTo("civil_affairs");
                    assertThat(report.values()).containsEntry("commitment", "build_homes");
                    assertThat(LocalDate.parse(report.values().get("on")))
                            .isBetween(LocalDate.of(2025, 6, 20), LocalDate.of(2025, 7, 5));
                });
    }

    @Test
    void aPlaceLiesInTheCellOfItsUnitAndLeavesTheRestOfTheHistoryAsItWas() {
        Sample without = sample(Imperfections.NONE);
        Sample with = placed(without);
        List<Report> history = history(with);
        assertThat(history.stream().filter(report -> report.unit().equals("north") && report.first()))
                .isNotEmpty()
                .allSatisfy(report -> {
                    String[] degrees = report.values().get("place").split(",", -1);
                    assertThat(new BigDecimal(degrees[0])).isBetween(new BigDecimal("103.3"), new BigDecimal("103.6"));
                    assertThat(new BigDecimal(degrees[1])).isBetween(new BigDecimal("31.1"), new BigDecimal("31.4"));
                });
        assertThat(history.stream().filter(report -> report.unit().equals("south")))
                .noneMatch(report -> report.values().containsKey("place"));
        assertThat(history.stream().map(SampleHistoryTest::unplaced)).containsExactlyElementsOf(history(without));
    }

    private static Sample placed(Sample sample) {
        Map<String, Sample.SampleValue> fields = new TreeMap<>(sample.fields());
        fields.put("place", new InCell(new BigDecimal("103.0"), new BigDecimal("31.4"), new BigDecimal("0.3")));
        return new Sample(
                sample.id(), sample.title(), sample.entity(), sample.seed(), sample.from(), sample.to(), sample.rows(),
                sample.pace(), sample.drift(), fields, sample.steps(), sample.imperfections());
    }

    private static Report unplaced(Report report) {
        Map<String, String> values = new TreeMap<>(report.values());
        values.remove("place");
        return new Report(report.knownOn(), report.entity(), report.record(), report.unit(), report.first(), values);
    }

    private static List<Report> history(Sample sample) {
        return SampleHistory.of(List.of(sample), units("north", "south"), List.of());
    }

    private static Sample sample(Imperfections imperfections) {
        return new Sample(
                QualifiedId.parse("parks.projects"),
                Text.same("projects"),
                QualifiedId.parse("parks.project"),
                20250922,
                FROM,
                FROM.plusYears(1),
                new Sample.Rows(Set.of(UnitKind.DISTRICT), 4, 8, Map.of("north", 12), false),
                new Span(0.8, 1.2),
                new Span(0, 0),
                Map.of("code", new Sequence("{unit}-{n}")),
                List.of(
                        new Step(new Span(0, 60), 1, Map.of("signed_on", new Day(0))),
                        new Step(new Span(20, 80), 0.9, Map.of("started_on", new Day(0)))),
                imperfections);
    }

    private static SampleUnits units(String... ids) {
        return new SampleUnits() {
            @Override
            public Optional<City.Cell> cell(String unit) {
                return unit.equals("north")
                        ? Optional.of(new City.Cell(Basis.ADMINISTRATIVE, unit, 2, 1))
                        : Optional.empty();
            }

            @Override
            public List<String> ofKind(UnitKind kind) {
                return kind == UnitKind.DISTRICT ? List.of(ids) : List.of();
            }

            @Override
            public List<String> below(String unit, UnitKind kind) {
                return List.of();
            }
        };
    }
}
