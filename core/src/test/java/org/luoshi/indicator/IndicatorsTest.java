package org.luoshi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Count;
import org.luoshi.register.ImportReport;
import org.luoshi.register.ImportRequest;

class IndicatorsTest {

    private static final City city = new City();

    @BeforeEach
    void empty() {
        List<Long> ids = city.context.sql().fetch("select _id from parks.project").map(row -> row.get(0, Long.class));
        for (long id : ids) {
            int version = city.projects().find(id, null, Viewer.system()).orElseThrow().version();
            city.projects().delete(id, version, "test", Viewer.system());
        }
        city.indicators.refresh();
    }

    @AfterEach
    void cellsAgreeWithTheRegisters() {
        city.indicators.refresh();
        assertThat(city.indicators.verify()).isEmpty();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void aFigureOfTheCityIsTheSumOfItsDistricts() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.project("B", "south", "started", "2025-02-20", "50.5");
        city.project("C", "south", "signed", "2025-03-01", null);
        city.indicators.refresh();
        assertThat(city.value("started_within", "city", "2025-02")).isEqualTo("2");
        assertThat(city.value("started_within", "south", "2025-02")).isEqualTo("1");
        assertThat(city.value("started_within", "south", "2025-03")).isEqualTo("0");
        assertThat(city.value("started_to_date", "city", "2025-05")).isEqualTo("2");
        assertThat(city.value("mean_investment", "city", "2025-05")).isEqualTo("752500");
        assertThat(city.value("start_rate", "south", "2025-06")).isEqualTo("50");
    }

    @Test
    void whatIsMissingFollowsItsPolicyAndThePeriodThatHasNotBegunHasNoFigure() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        assertThat(city.value("started_within", "south", "2025-02")).isNull();
        assertThat(city.value("started_to_date", "south", "2025-02")).isEqualTo("0");
        assertThat(city.value("started_to_date", "north", "2025-01")).isEqualTo("0");
        assertThat(city.value("median_investment", "north", "2025-06")).isEqualTo("100");
        assertThat(city.value("started_to_date", "north", "2025-07")).isNull();
    }

    @Test
    void figuresOfOtherPeriodsAndOfTheUnitAboveGoIntoOneAndAreNamed() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.project("B", "south", "started", "2025-02-20", "50");
        city.project("C", "south", "started", "2025-04-01", "30");
        city.indicators.refresh();
        assertThat(city.value("share_of_city", "north", "2025-02")).isEqualTo("50");
        assertThat(city.value("share_of_city", "city", "2025-02")).isNull();
        assertThat(city.value("share_moved", "north", "2025-04")).isEqualTo("-16.66666666666667");
        assertThat(city.value("growth", "city", "2025-04")).isEqualTo("50");
        assertThat(city.value("growth", "city", "2025-02")).as("two months before there was nothing to grow from").isNull();
        assertThat(city.value("three_months", "city", "2025-04")).isEqualTo("7");
        assertThat(city.value("month_before", "south", "2025-03")).isEqualTo("1");
        assertThat(explained("three_months", "south")).containsExactly("south 2025-02", "south 2025-03", "south 2025-04");
        assertThat(explained("share_of_city", "south")).containsExactly("south 2025-04", "city 2025-04");
        assertThat(explained("month_before", "south")).containsExactly("south 2025-03");
    }

    private static List<String> explained(String indicator, String unit) {
        QualifiedId id = new QualifiedId("parks", indicator);
        return city.indicators.explain(ExplainRequest.of(id, unit, Period.parse("2025-04"), null, 10), Viewer.system()).inputs().stream()
                .map(cell -> cell.unit() + " " + cell.period().id())
                .toList();
    }

    /// A sibling's change moves the share of one whose own records stay as they are.
    @Test
    void aShareIsStaleAsSoonAsTheUnitAboveIs() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        city.project("B", "south", "started", "2025-02-20", "50");
        assertThat(city.cell("started_to_date", "north", "2025-03").stale()).isFalse();
        assertThat(city.cell("share_of_city", "north", "2025-03").stale()).isTrue();
        city.indicators.refresh();
        assertThat(city.value("share_of_city", "north", "2025-03")).isEqualTo("50");
    }

    @Test
    void divisionByZeroGivesNoFigure() {
        city.project("A", "north", "lead", "2025-02-10", null);
        city.indicators.refresh();
        assertThat(city.value("share_ready", "north", "2025-02")).isNull();
        assertThat(city.value("start_rate", "north", "2025-02")).isEqualTo("0");
    }

    @Test
    void whatStandsCountsUntilItEnds() {
        long id = city.project("A", "north", "started", "2025-01-10", "30");
        city.update(city.projects(), id, Map.of("closed_on", LocalDate.of(2025, 4, 1)));
        city.indicators.refresh();
        assertThat(city.value("standing", "city", "2025-01")).isEqualTo("1");
        assertThat(city.value("standing", "city", "2025-03")).isEqualTo("1");
        assertThat(city.value("standing", "city", "2025-04")).isEqualTo("0");
        assertThat(city.value("standing_investment", "city", "2025-03")).isEqualTo("30");
    }

    @Test
    void aStreetThatMovesBelongsToItsDistrictOfTheTime() {
        city.project("A", "lane", "started", "2025-01-15", "7");
        city.indicators.refresh();
        assertThat(city.value("started_to_date", "south", "2025-02")).isEqualTo("1");
        assertThat(city.value("started_to_date", "south", "2025-03")).isEqualTo("0");
        assertThat(city.value("started_to_date", "north", "2025-03")).isEqualTo("1");
        assertThat(city.value("started_to_date", "city", "2025-03")).isEqualTo("1");
    }

    /// The move is known only later, and to a day inside a month: a period belongs to whom its last day says.
    @Test
    void aMoveThatBecomesKnownLaterLeavesWhatWasShownBefore() {
        city.project("A", "lane", "started", "2025-04-10", "100");
        city.indicators.refresh();
        Instant before = city.knownByNow();
        assertThat(city.value("started_within", "north", "2025-04")).isEqualTo("1");
        city.laneMovesOn(LocalDate.of(2025, 5, 10));
        city.indicators.refresh();
        assertThat(city.value("started_within", "north", "2025-04")).isNull();
        assertThat(city.value("started_within", "south", "2025-04")).isEqualTo("1");
        assertThat(city.value("started_to_date", "south", "2025-04")).isEqualTo("1");
        assertThat(city.value("started_to_date", "north", "2025-05")).isEqualTo("1");
        assertThat(asOf("started_within", "north", "2025-04", before)).isEqualTo("1");
        assertThat(asOf("started_within", "south", "2025-04", before)).isNull();
        Explanation then = city.indicators.explain(
                ExplainRequest.of(
                        QualifiedId.parse("parks.started_within"), "north", Period.parse("2025-04"), before, 10),
                Viewer.system());
        assertThat(then.rows()).extracting(Explanation.SourceRow::label).containsExactly("A");
        city.laneMovesOn(LocalDate.of(2025, 3, 1));
    }

    private static @Nullable String asOf(String indicator, String unit, String period, Instant moment) {
        return City.text(city.indicators
                .cell(new QualifiedId("parks", indicator), unit, Period.parse(period), moment)
                .value());
    }

    @Test
    void aCellKnowsThatItIsStaleUntilTheWorkerHasBeenThere() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        assertThat(city.cell("started_within", "north", "2025-02").stale()).isFalse();
        city.project("B", "north", "started", "2025-02-11", "100");
        assertThat(city.cell("started_within", "north", "2025-02").stale()).isTrue();
        assertThat(city.cell("started_to_date", "city", "2025-05").stale()).isTrue();
        assertThat(city.cell("started_within", "north", "2025-03").stale()).isFalse();
        assertThat(city.cell("started_within", "south", "2025-02").stale()).isFalse();
        city.indicators.refresh();
        assertThat(city.cell("started_within", "north", "2025-02"))
                .satisfies(cell -> assertThat(cell.stale()).isFalse())
                .satisfies(cell -> assertThat(cell.value()).isEqualByComparingTo("2"));
    }

    @Test
    void aChangeThatIsTakenBackMarksNothing() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        city.context.transaction().executeWithoutResult(status -> {
            city.project("B", "north", "started", "2025-02-11", "100");
            status.setRollbackOnly();
        });
        assertThat(city.cell("started_within", "north", "2025-02").stale()).isFalse();
    }

    @Test
    void aChangedReferenceReachesTheFiguresOfThoseThatReferToIt() {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("code", "S" + System.nanoTime(), "ready", false));
        long site = City.create(city.sites(), values);
        long id = city.project("A", "north", "started", "2025-02-10", null);
        city.update(city.projects(), id, Map.of("site", site));
        city.indicators.refresh();
        assertThat(city.value("on_ready_sites", "north", "2025-02")).isEqualTo("0");
        city.update(city.sites(), site, Map.of("ready", true));
        city.indicators.refresh();
        assertThat(city.value("on_ready_sites", "city", "2025-04")).isEqualTo("1");
        assertThat(city.value("share_ready", "city", "2025-04")).isEqualTo("100");
    }

    @Test
    void asOfYesterdayNothingHasChanged() {
        long id = city.project("A", "north", "started", "2025-02-10", "100");
        Instant yesterday = city.clock.instant().plusSeconds(1);
        city.clock.advance(Duration.ofDays(1));
        city.update(city.projects(), id, Map.of("investment", new BigDecimal("300"), "district", "south"));
        city.indicators.refresh();
        QualifiedId largest = QualifiedId.parse("parks.largest");
        Period march = Period.parse("2025-03");
        assertThat(city.value("largest", "south", "2025-03")).isEqualTo("300");
        assertThat(city.value("largest", "north", "2025-03")).isNull();
        Cell before = city.indicators.cell(largest, "north", march, yesterday);
        assertThat(before.value()).isEqualByComparingTo("100");
        assertThat(city.indicators.cell(largest, "south", march, yesterday).value()).isNull();
        city.clock.moveTo(Instant.parse("2025-06-15T01:00:00Z"));
    }

    @Test
    void aNewMonthGetsItsCellsWithoutAnyChange() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        Instant june = city.clock.instant();
        city.clock.moveTo(Instant.parse("2025-07-03T01:00:00Z"));
        assertThat(city.cell("started_to_date", "north", "2025-07").stale()).isTrue();
        city.indicators.refresh();
        assertThat(city.value("started_to_date", "north", "2025-07")).isEqualTo("1");
        city.clock.moveTo(june);
        city.indicators.recompute();
    }

    @Test
    void anExplanationLeadsFromTheFigureToItsRecords() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.project("B", "south", "started", "2025-03-10", "200");
        city.project("C", "south", "lead", "2025-03-11", "300");
        city.indicators.refresh();
        ExplainRequest request = ExplainRequest.of(
                QualifiedId.parse("parks.start_rate"), "city", Period.parse("2025-04"), null, 2);
        Explanation all = city.indicators.explain(request, Viewer.system());
        assertThat(all.cell().numerator()).isEqualByComparingTo("2");
        assertThat(all.cell().denominator()).isEqualByComparingTo("3");
        assertThat(all.numerator()).isEqualTo(new Text("满足“stage为‘开工’”的project数", "number of projects where stage is “Started”"));
        assertThat(all.children()).extracting(Cell::unit).containsExactlyInAnyOrder("north", "south");
        assertThat(all.rowCount()).isEqualTo(new Count(3, true));
        assertThat(all.rows()).extracting(Explanation.SourceRow::label).containsExactly("C", "B");
        assertThat(all.rows().getFirst().contributions()).satisfies(c -> {
            assertThat(c.get(0)).isNull();
            assertThat(c.get(1)).isEqualByComparingTo("1");
        });
        assertThat(all.rows().getFirst().author()).isEqualTo("system");
        Viewer north = new Viewer("n", Text.same("n"), List.of(new Grant(Role.OFFICER, "north")));
        Explanation own = city.indicators.explain(request, north);
        assertThat(own.rows()).extracting(Explanation.SourceRow::label).containsExactly("A");
        assertThat(own.hiddenRows()).isEqualTo(new Count(2, true));
    }

    @Test
    void acrossGivesEveryUnitOfAKind() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        assertThat(city.indicators.across(QualifiedId.parse("parks.started_to_date"), UnitKind.DISTRICT, Period.parse("2025-03"), null))
                .extracting(cell -> cell.unit() + "=" + City.text(cell.value()))
                .containsExactlyInAnyOrder("north=1", "south=0");
    }

    @Test
    void anotherFormulaIsNoticedAndWhatIsNoLongerDeclaredIsForgotten() {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        city.use(City.packs(City.indicators().subList(0, 1)));
        city.indicators.refresh();
        assertThat(city.context.sql().fetch("select distinct accumulate from luoshi.indicator_sum").getValues(0, String.class))
                .containsExactly("within");
        city.use(City.packs(City.indicators()));
        city.indicators.refresh();
        assertThat(city.value("started_to_date", "north", "2025-05")).isEqualTo("1");
    }

    @Test
    void anImportMarksWhatItCreatesAndWhatItChanges(@TempDir Path folder) throws IOException {
        city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        Path file = folder.resolve("projects.csv");
        Files.writeString(file, "code,district,stage,started_on\nA,south,started,2025-02-10\nB,south,started,2025-04-01\n");
        ImportReport report = city.projects().prepareImport(ImportRequest.of(file), Viewer.system()).run();
        assertThat(report.outcome()).as(report.toString()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(city.cell("started_to_date", "north", "2025-05").stale()).isTrue();
        city.indicators.refresh();
        assertThat(city.value("started_to_date", "north", "2025-05")).isEqualTo("0");
        assertThat(city.value("started_to_date", "south", "2025-05")).isEqualTo("2");
    }

    @Test
    void soManyMarksAreFollowedWithoutAskingForEachRecordOrEachKey() {
        long id = city.project("A", "north", "started", "2025-02-10", "100");
        city.indicators.refresh();
        city.update(city.projects(), id, Map.of("district", "south"));
        city.context.sql().execute("insert into luoshi.indicator_mark (source, unit, period, record)"
                + " select m.source, m.unit, m.period, m.record from luoshi.indicator_mark as m cross join generate_series(1, 20001)");
        city.indicators.refresh();
        assertThat(city.value("started_to_date", "north", "2025-05")).isEqualTo("0");
        assertThat(city.value("started_to_date", "south", "2025-05")).isEqualTo("1");
        city.update(city.projects(), id, Map.of("district", "north"));
        city.context.sql().execute("insert into luoshi.indicator_mark (source, unit, period)"
                + " select s.id, 'u' || i, date '2025-01-01' from luoshi.indicator_source as s cross join generate_series(1, 100001) as i");
        assertThat(city.cell("started_to_date", "north", "2025-05").stale()).isTrue();
        city.indicators.refresh();
        assertThat(city.value("started_to_date", "north", "2025-05")).isEqualTo("1");
        assertThat(city.cell("started_to_date", "north", "2025-05").stale()).isFalse();
        assertThat(city.indicators.verify()).isEmpty();
    }
}
