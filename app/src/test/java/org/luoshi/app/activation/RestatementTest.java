package org.luoshi.app.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Restated;
import org.luoshi.indicator.Restatement;
import org.luoshi.indicator.Restatement.Step;
import org.luoshi.indicator.Restatements;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// A figure that moved says how much of it was data, method and basis, and the parts add up.
class RestatementTest {

    private static final QualifiedId STARTS = QualifiedId.parse("city.starts");
    private static final QualifiedId MONEY = QualifiedId.parse("city.money");

    @TempDir
    Path folder;

    private Town town;
    private final Edition first = Edition.first()
            .with("money", Edition.indicator("sum(project.investment)", "万元", "to_date"));

    @BeforeEach
    void open() {
        town = new Town(folder);
        town.use(first);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void recordsThatBecameKnownAreDataAndAreNamed() {
        long a = project("A", "north", "2025-02-10", "100");
        long b = project("B", "north", "2025-02-11", "20");
        long c = project("C", "north", "2025-02-12", "5");
        Instant from = town.moment();
        town.update(a, Map.of("investment", new BigDecimal("130")));
        town.update(b, Map.of("started_on", LocalDate.parse("2025-09-01")));
        town.projects().delete(c, 1, "试", Viewer.system());
        project("D", "lane", "2025-03-05", "7");
        Restated moved = restate(MONEY, "north", "2025-05", from);
        assertThat(moved.figure().steps()).map(RestatementTest::text).containsExactly("125→137", "137→137", "137→137");
        assertThat(moved.records()).extracting(Restated.RecordMove::label, record -> part(record.then()), record -> part(record.now()), Restated.RecordMove::exists)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("A", "100", "130", true),
                        Tuple.tuple("B", "20", null, true),
                        Tuple.tuple("C", "5", null, false),
                        Tuple.tuple("D", null, "7", true));
        assertThat(moved.records()).extracting(Restated.RecordMove::label, move -> text(move.amount()))
                .containsExactlyInAnyOrder(
                        Tuple.tuple("A", "30"), Tuple.tuple("B", "-20"), Tuple.tuple("C", "-5"), Tuple.tuple("D", "7"));
        assertThat(moved.rest()).isZero();
        assertThat(moved.joined()).isEmpty();
        assertThat(moved.then().digest()).isEqualTo(moved.now().digest());
    }

    @Test
    void amountsAreInTheUnitOfMeasureOfTheFigureAndMakeItsStep() {
        long a = project("A", "north", "2025-02-10", "100");
        Instant from = town.moment();
        town.update(a, Map.of("investment", new BigDecimal("100.5")));
        project("B", "north", "2025-02-11", "2");
        town.use(first.with("money", Edition.indicator("sum(project.investment)", "元", "to_date")));
        Restated moved = restate(MONEY, "north", "2025-05", from);
        assertThat(moved.records()).extracting(Restated.RecordMove::label, move -> text(move.amount()))
                .containsExactlyInAnyOrder(Tuple.tuple("A", "5000"), Tuple.tuple("B", "20000"));
        assertThat(moved.figure().step(Restatement.Cause.DATA).change()).isEqualByComparingTo("25000");
        assertThat(moved.rest()).isZero();
    }

    @Test
    void whatIsNoSumOfItsRecordsGivesThemNoAmounts() {
        town.use(first.with("money", Edition.indicator("mean(project.investment)", "万元", "to_date")));
        long a = project("A", "north", "2025-02-10", "100");
        project("B", "north", "2025-02-11", "20");
        Instant from = town.moment();
        town.update(a, Map.of("investment", new BigDecimal("130")));
        Restated moved = restate(MONEY, "north", "2025-05", from);
        assertThat(moved.figure().steps()).map(RestatementTest::text).containsExactly("60→75", "75→75", "75→75");
        assertThat(moved.records()).extracting(Restated.RecordMove::amount).containsExactly((BigDecimal) null);
        assertThat(moved.rest()).isNull();
    }

    @Test
    void recordsThatMovedTheFigureComeFirst() {
        long a = project("A", "north", "2025-02-10", "100");
        long b = project("B", "north", "2025-02-11", "20");
        Instant from = town.moment();
        town.update(a, Map.of("jobs", 3L));
        town.update(b, Map.of("investment", new BigDecimal("21")));
        assertThat(restate(MONEY, "north", "2025-05", from).records())
                .extracting(Restated.RecordMove::label, Restated.RecordMove::partUnmoved)
                .containsExactly(Tuple.tuple("B", false), Tuple.tuple("A", true));
    }

    @Test
    void dataMethodAndBasisAreToldApartAndAddUp() {
        project("A", "north", "2025-04-10", "100");
        project("B", "lane", "2025-04-11", "20");
        Instant from = town.moment();
        project("C", "lane", "2025-04-12", "3");
        town.use(first.laneOf("north", "2025-03-01", "south")
                .with("money", Edition.indicator("sum(project.investment) * 2", "万元", "to_date")));
        Restated moved = restate(MONEY, "north", "2025-05", from);
        assertThat(moved.figure().steps()).map(RestatementTest::text).containsExactly("120→123", "123→246", "246→200");
        assertThat(moved.left()).containsExactly("lane");
        assertThat(moved.then().formula()).isNotEqualTo(moved.now().formula());
        assertThat(sum(moved.figure())).isEqualByComparingTo("80");
        assertThat(restate(MONEY, "city", "2025-05", from).figure().steps())
                .map(RestatementTest::text)
                .containsExactly("120→123", "123→246", "246→246");

        Restatements all = town.indicators().restatements(MONEY, from, null, 100);
        assertThat(all.moved()).allSatisfy(each -> assertThat(sum(each)).isEqualByComparingTo(each.now().subtract(each.then())));
        assertThat(all.moved()).extracting(Restatement::unit).contains("city", "north", "south");
        assertThat(all.total()).isEqualTo(all.moved().size());
        assertThat(all.compared()).isGreaterThanOrEqualTo(all.total());
        assertThat(town.indicators().restatements(MONEY, from, null, 1).moved()).hasSize(1);
    }

    @Test
    void anotherUnitOfMeasureIsConvertedBeforeItIsCompared() {
        project("A", "north", "2025-02-10", "100");
        Instant from = town.moment();
        town.use(first.with("money", Edition.indicator("sum(project.investment)", "元", "to_date")));
        Restatement moved = restate(MONEY, "north", "2025-05", from).figure();
        assertThat(moved.moved()).isFalse();
        assertThat(moved.then()).isEqualByComparingTo("1000000");
        assertThat(moved.before().symbol()).isEqualTo("万元");
        assertThat(moved.measure().symbol()).isEqualTo("元");
    }

    @Test
    void anIndicatorThatCameOrWentHasAStepThatCannotBeMeasured() {
        project("A", "north", "2025-02-10", "100");
        Instant from = town.moment();
        town.use(first.with("jobs", Edition.indicator("count(project) * quantity('1', '人')", "人", "to_date")).without("indicators/money.yaml"));
        Restated came = restate(QualifiedId.parse("city.jobs"), "north", "2025-05", from);
        assertThat(came.figure().steps()).map(RestatementTest::text).containsExactly("?→?", "?→1", "1→1");
        assertThat(came.then()).isNull();
        assertThat(restate(MONEY, "north", "2025-05", from).figure().steps())
                .map(RestatementTest::text)
                .containsExactly("100→100", "100→?", "?→?");
    }

    @Test
    void changedRecordsThatAViewerMayNotReadAreCountedOnly() {
        long a = project("A", "north", "2025-02-10", "100");
        project("B", "south", "2025-02-10", "1");
        Instant from = town.moment();
        town.update(a, Map.of("investment", new BigDecimal("130")));
        Viewer south = new Viewer("south", Text.same("south"), List.of(new Grant(Role.READER, "south")));
        Restated moved = town.indicators().restate(MONEY, "city", Period.parse("2025-05"), from, null, south);
        assertThat(moved.records()).isEmpty();
        assertThat(moved.hidden()).isOne();
        assertThat(moved.rest()).isEqualByComparingTo("30");
    }

    /// A correction may be about a time before anybody kept the register: its figures begin earlier, those shown stay.
    @Test
    void aCorrectionDatedBeforeTheRegisterBeganReachesBackAndLeavesWhatWasShown() {
        long a = project("A", "north", "2025-02-10", "100");
        Instant from = town.moment();
        town.update(a, Map.of("started_on", LocalDate.parse("1987-04-01")));
        // the district is there from 2020 on
        assertThat(town.value("starts", "north", "2019-12", null)).isEqualTo("0");
        assertThat(town.value("starts", "north", "2020-01", null)).isEqualTo("1");
        assertThat(town.value("starts", "city", "2025-01", null)).isEqualTo("1");
        assertThat(town.value("starts", "city", "2025-01", from)).isEqualTo("0");
        assertThat(restate(STARTS, "north", "2025-01", from).figure().steps())
                .map(RestatementTest::text)
                .containsExactly("0→1", "1→1", "1→1");
        assertThat(town.indicators().verify()).isEmpty();
    }

    @Test
    void whatLiesNotBeforeTheOtherMomentIsRefused() {
        Instant from = town.moment();
        assertThatThrownBy(() -> town.indicators().restatements(STARTS, from, from, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> town.indicators().restatements(QualifiedId.parse("city.nothing"), from, null, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("city.nothing");
    }

    private long project(String code, String district, String startedOn, String investment) {
        return town.project(code, district, startedOn, Map.of("investment", new BigDecimal(investment)));
    }

    private Restated restate(QualifiedId indicator, String unit, String period, Instant from) {
        return town.indicators().restate(indicator, unit, Period.parse(period), from, null, Viewer.system());
    }

    private static BigDecimal sum(Restatement moved) {
        return moved.steps().stream().map(Step::change).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(Step step) {
        return text(step.before()) + "→" + text(step.after());
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "?" : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String part(Restated.@Nullable Part part) {
        return part == null ? null : text(part.contributions().getFirst());
    }
}
