package org.luoshi.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.kernel.text.Text;

class UnitsOfMeasureTest {

    private final UnitsOfMeasure units = UnitsOfMeasure.standard();

    @ParameterizedTest
    @CsvSource({
        "%, percent", "％, percent", "‰, permille", "平方米, m2", "㎡, m2", "m², m2", "m^2, m2", "立方米, m3", "吨, t",
        "公顷, ha", "公里, km", "千瓦时, kWh", "吨标准煤, tce", "℃, degC", "标箱, TEU", "天, day", "工作日, working_day",
        "' t ', t"
    })
    void readsOtherSpellings(String spelling, String symbol) {
        assertThat(units.find(spelling)).contains(unit(symbol));
        assertThat(unit(symbol).symbol()).isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1", "percent", "permille", "个", "项", "家", "人", "人次", "户", "件", "次", "列", "床", "TEU", "CNY", "元", "万元", "亿元",
        "m", "km", "m2", "ha", "km2", "亩", "g", "kg", "t", "kgCO2e", "tCO2e", "J", "kWh", "MWh", "GJ", "tce", "kW",
        "MW", "L", "m3", "s", "min", "h", "day", "working_day", "month", "year", "m3/s", "degC", "ppm", "mg/m3",
        "kgCO2e/t", "元/亩", "万人", "亿m3", "μg/m3", "km/h", "元/人·day", "1/s"
    })
    void knowsEverySymbolThatPacksAreToldOf(String symbol) {
        assertThat(unit(symbol).label().zh()).isNotBlank();
        assertThat(unit(symbol).label().en()).isNotBlank();
        assertThat(units.find(unit(symbol).symbol())).contains(unit(symbol));
    }

    @ParameterizedTest
    @CsvSource({
        "15,   亩,      ha,      1",
        "1,    ha,      亩,      15",
        "1,    tce,     GJ,      29.3076",
        "1,    kWh,     J,       3600000",
        "2.5,  万元,    元,      25000",
        "12,   元,      CNY,     12",
        "1,    亿元,    万元,    10000",
        "35,   percent, 1,       0.35",
        "1,    year,    month,   12",
        "36,   km/h,    m/s,     10",
        "1,    kgCO2e/t, kgCO2e/kg, 0.001",
        "3,    万元/亩, 元/m2,   45",
        "1,    m3/s,    L/min,   60000",
        "2,    kW·h,    kWh,     2",
        "0.5,  万人,    人,      5000",
        "-40,  degC,    degC,    -40"
    })
    void convertsExactly(BigDecimal value, String from, String to, BigDecimal converted) {
        assertThat(units.convert(value, unit(from), unit(to)).exact()).get().isEqualTo(converted);
    }

    @Test
    void roundsOnlyWhereAsked() {
        Fraction area = units.convert(BigDecimal.ONE, unit("亩"), unit("m2"));
        assertThat(area).isEqualTo(Fraction.of("2000", "3"));
        assertThat(area.exact()).isEmpty();
        assertThat(area.rounded(2, RoundingMode.HALF_EVEN)).isEqualTo("666.67");
        assertThat(units.convert(BigDecimal.ONE, unit("亩"), unit("m2"), MathContext.DECIMAL32)).isEqualTo("666.6667");
    }

    @ParameterizedTest
    @CsvSource({"t, kgCO2e", "人, 户", "day, working_day", "day, month", "元, 美元", "m, m2", "ppm, mg/m3", "人, 1"})
    void keepsApartWhatOnlyLooksAlike(String a, String b) {
        assertThat(units.compatible(unit(a), unit(b))).isFalse();
    }

    @Test
    void refusesToTellOneQuantityInAnother() {
        assertThatThrownBy(() -> units.convert(BigDecimal.TEN, unit("t"), unit("kWh")))
                .isInstanceOfSatisfying(IncompatibleUnitsException.class, exception -> assertThat(exception.reason())
                        .isEqualTo(new Text(
                                "`t` 是质量，`kWh` 是能量，不能换算",
                                "`t` is a mass and `kWh` is an energy: one cannot be told in the other")));
    }

    @ParameterizedTest
    @CsvSource({
        "元/亩, 亩, 元", "kgCO2e/t, t, kgCO2e", "m, m, m2", "m2, m, m3", "m3/s, s, m3", "t, 元/t, 元",
        "人, percent, percent·人", "万元/亩, m2, 万元·m2/亩"
    })
    void multiplies(String a, String b, String product) {
        assertThat(units.product(unit(a), unit(b)).symbol()).isEqualTo(product);
        assertThat(units.product(unit(b), unit(a)).symbol()).isEqualTo(product);
    }

    @ParameterizedTest
    @CsvSource({
        "元, 亩, 元/亩", "人, 人, 1", "m3, s, m3/s", "m3, m2, m", "1, s, 1/s", "元/亩, 元, 1/亩",
        "kgCO2e, 元/人, 人·kgCO2e/元"
    })
    void divides(String a, String b, String quotient) {
        assertThat(units.quotient(unit(a), unit(b)).symbol()).isEqualTo(quotient);
    }

    @Test
    void namesCompositesByTheirParts() {
        assertThat(unit("元/亩").label()).isEqualTo(new Text("元每亩", "yuan per mu"));
        assertThat(unit("万元/人").label()).isEqualTo(new Text("万元每人", "ten thousand yuan per person"));
        assertThat(unit("kg/s2").label()).isEqualTo(new Text("千克每秒²", "kilogram per second²"));
    }

    @Test
    void namesDimensionsForPeople() {
        assertThat(unit("t").dimension().label()).isEqualTo(new Text("质量", "a mass"));
        assertThat(unit("m3/s").dimension().label()).isEqualTo(new Text("流量", "a flow"));
        assertThat(unit("床").dimension().label()).isEqualTo(new Text("以 `床` 计的数量", "a count of `床`"));
        assertThat(unit("元/亩").dimension().label()).isEqualTo(new Text("复合量", "a compound quantity"));
    }

    @Test
    void saysWhichPartIsUnknownAndWhatIsNear() {
        assertThat(units.read("元/kgC02e")).isInstanceOfSatisfying(UnitReading.Unknown.class, unknown -> {
            assertThat(unknown.part()).isEqualTo("kgC02e");
            assertThat(unknown.offset()).isEqualTo(2);
            assertThat(unknown.nearest()).hasSize(4).startsWith("kgCO2e");
        });
        assertThat(units.nearest("Percent")).startsWith("percent");
        assertThat(units.nearest("平方公厘")).startsWith("km2");
    }

    @ParameterizedTest
    @CsvSource({"元/, 2", "/亩, 0", "元//亩, 2", "'', 0"})
    void saysWhereAUnitIsMissing(String written, int offset) {
        assertThat(units.read(written))
                .isEqualTo(new UnitReading.Malformed(
                        new Text("`%s`：此处缺少计量单位".formatted(written), "`%s`: a unit is missing here".formatted(written)),
                        offset));
    }

    @Test
    void refusesUnitsOfEndlessParts() {
        assertThat(units.read("m" + "·m".repeat(100_000)))
                .isInstanceOfSatisfying(UnitReading.Malformed.class, malformed -> assertThat(malformed.offset())
                        .isEqualTo(16));
        assertThat(units.find("万".repeat(100_000) + "人")).isEmpty();
        assertThat(units.find("万percent")).isEmpty();
    }

    @Test
    void takesWhatAPackCountsBeside() {
        UnitsOfMeasure more = units.with(List.of(UnitOfMeasure.count("盏", new Text("盏", "lamp"))));
        assertThat(more.find("万盏/km")).isPresent();
        assertThat(units.find("盏")).isEmpty();
        assertThatThrownBy(() -> more.with(List.of(UnitOfMeasure.count("盏", Text.same("盏")))))
                .hasMessage("unit `盏` is declared twice");
    }

    private UnitOfMeasure unit(String symbol) {
        return units.find(symbol).orElseThrow(() -> new AssertionError("no unit " + symbol));
    }
}
