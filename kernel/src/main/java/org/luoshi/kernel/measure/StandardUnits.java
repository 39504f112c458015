package org.luoshi.kernel.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.kernel.measure.UnitOfMeasure.Term;
import org.luoshi.kernel.text.Text;

/// The units every pack has.
///
/// Factors are to the coherent unit of the base dimensions length (m), mass (kg), time (s), money (元) and emission
/// (kgCO2e). Months and working days are dimensions of their own: how many days they have depends on which.
/// tce: 7000 kcal a kilogram at 4.1868 kJ, so 29.3076 GJ. 亩: 15 make a hectare, so 2000/3 m².
final class StandardUnits {

    private final List<UnitOfMeasure> units = new ArrayList<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();

    private StandardUnits() {}

    static UnitsOfMeasure create() {
        StandardUnits standard = new StandardUnits();
        standard.shares();
        standard.counts();
        standard.money();
        standard.masses();
        standard.energies();
        standard.spaces();
        standard.times();
        return new UnitsOfMeasure(standard.units, standard.aliases);
    }

    private void shares() {
        units.add(new UnitOfMeasure("1", new Text("数值", "number"), Dimension.NONE, Fraction.ONE, List.of()));
        unit("percent", "百分比", "percent", Dimension.NONE, "0.01", "%", "百分之");
        unit("permille", "千分比", "per mille", Dimension.NONE, "0.001", "‰", "千分之");
        unit("ppm", "百万分比", "parts per million", Dimension.NONE, "0.000001");
    }

    private void counts() {
        count("个", "item");
        count("项", "project or matter");
        count("家", "enterprise or institution");
        count("人", "person");
        count("人次", "person-time");
        count("户", "household");
        count("件", "case or piece");
        count("次", "time");
        count("列", "train");
        count("床", "bed", "张床");
        count("所", "school or institute");
        count("处", "place");
        count("起", "incident");
        count("宗", "parcel or deal");
        count("辆", "vehicle");
        count("架次", "flight");
        count("台", "machine");
        count("套", "flat or set");
        count("份", "document");
        count("场", "event");
        count("批", "batch");
        count("TEU", "twenty-foot equivalent unit", "标箱", "标准箱");
    }

    private void money() {
        Dimension money = Dimension.base("money");
        unit("元", "元", "yuan", money, "1", "人民币元", "RMB");
        unit("CNY", "元", "yuan (CNY)", money, "1");
        unit("千元", "千元", "thousand yuan", money, "1000");
        unit("万元", "万元", "ten thousand yuan", money, "10000");
        unit("亿元", "亿元", "hundred million yuan", money, "100000000");
        count("美元", "US dollar", "USD"); // its rate in yuan is an observation, not a factor
    }

    private void masses() {
        Dimension mass = Dimension.base("mass");
        unit("μg", "微克", "microgram", mass, "0.000000001", "ug", "微克");
        unit("mg", "毫克", "milligram", mass, "0.000001", "毫克");
        unit("g", "克", "gram", mass, "0.001", "克");
        unit("kg", "千克", "kilogram", mass, "1", "千克", "公斤");
        unit("t", "吨", "tonne", mass, "1000", "吨");
        Dimension emission = Dimension.base("emission");
        unit("kgCO2e", "千克二氧化碳当量", "kilogram of CO2 equivalent", emission, "1", "千克二氧化碳当量");
        unit("tCO2e", "吨二氧化碳当量", "tonne of CO2 equivalent", emission, "1000", "吨二氧化碳当量");
    }

    private void energies() {
        Dimension energy = Dimension.base("mass")
                .times(Dimension.base("length").power(2))
                .over(Dimension.base("time").power(2));
        unit("J", "焦耳", "joule", energy, "1", "焦耳");
        unit("kJ", "千焦", "kilojoule", energy, "1e3", "千焦");
        unit("MJ", "兆焦", "megajoule", energy, "1e6", "兆焦");
        unit("GJ", "吉焦", "gigajoule", energy, "1e9", "吉焦");
        unit("kWh", "千瓦时", "kilowatt hour", energy, "3.6e6", "千瓦时");
        unit("MWh", "兆瓦时", "megawatt hour", energy, "3.6e9", "兆瓦时");
        unit("GWh", "吉瓦时", "gigawatt hour", energy, "3.6e12", "吉瓦时");
        unit("kgce", "千克标准煤", "kilogram of coal equivalent", energy, "29.3076e6", "千克标准煤");
        unit("tce", "吨标准煤", "tonne of coal equivalent", energy, "29.3076e9", "吨标准煤", "吨标煤");
        Dimension power = energy.over(Dimension.base("time"));
        unit("W", "瓦", "watt", power, "1", "瓦");
        unit("kW", "千瓦", "kilowatt", power, "1e3", "千瓦");
        unit("MW", "兆瓦", "megawatt", power, "1e6", "兆瓦");
        Dimension pressure = energy.over(Dimension.base("length").power(3));
        unit("Pa", "帕", "pascal", pressure, "1", "帕");
        unit("kPa", "千帕", "kilopascal", pressure, "1e3", "千帕");
        unit("MPa", "兆帕", "megapascal", pressure, "1e6", "兆帕");
        unit("degC", "摄氏度", "degree Celsius", Dimension.base("temperature"), "1", "℃", "°C", "摄氏度");
    }

    private void spaces() {
        Dimension length = Dimension.base("length");
        unit("mm", "毫米", "millimetre", length, "0.001", "毫米");
        unit("cm", "厘米", "centimetre", length, "0.01", "厘米");
        unit("m", "米", "metre", length, "1", "米");
        unit("km", "公里", "kilometre", length, "1000", "公里", "千米");
        Dimension area = length.power(2);
        power("m2", "平方米", "square metre", "m", area, "1", "平方米", "平米");
        unit("亩", "亩", "mu", area, Fraction.of("2000", "3"), "mu");
        unit("ha", "公顷", "hectare", area, "10000", "公顷");
        power("km2", "平方公里", "square kilometre", "km", area, "1000000", "平方公里", "平方千米");
        Dimension volume = length.power(3);
        unit("mL", "毫升", "millilitre", volume, "0.000001", "毫升");
        unit("L", "升", "litre", volume, "0.001", "升");
        power("m3", "立方米", "cubic metre", "m", volume, "1", "立方米");
    }

    private void times() {
        Dimension time = Dimension.base("time");
        unit("s", "秒", "second", time, "1", "秒");
        unit("min", "分钟", "minute", time, "60", "分钟");
        unit("h", "小时", "hour", time, "3600", "小时");
        unit("day", "天", "day", time, "86400", "天", "日", "d");
        unit("week", "周", "week", time, "604800", "周");
        unit("working_day", "工作日", "working day", Dimension.base("working_day"), "1", "工作日", "个工作日");
        unit("month", "月", "month", Dimension.base("month"), "1", "月", "个月");
        unit("year", "年", "year", Dimension.base("month"), "12", "年");
    }

    private void count(String symbol, String en, String... spellings) {
        units.add(UnitOfMeasure.count(symbol, new Text(symbol, en)));
        alias(symbol, spellings);
    }

    private void unit(String symbol, String zh, String en, Dimension dimension, String factor, String... spellings) {
        unit(symbol, zh, en, dimension, Fraction.of(factor), spellings);
    }

    private void unit(String symbol, String zh, String en, Dimension dimension, Fraction factor, String... spellings) {
        units.add(UnitOfMeasure.atom(symbol, new Text(zh, en), dimension, factor));
        alias(symbol, spellings);
    }

    /// A power of another unit that has a name of its own; its symbol ends in the exponent.
    private void power(
            String symbol, String zh, String en, String base, Dimension dimension, String factor, String... spellings) {
        Term term = new Term(base, symbol.charAt(symbol.length() - 1) - '0');
        units.add(new UnitOfMeasure(symbol, new Text(zh, en), dimension, Fraction.of(factor), List.of(term)));
        alias(symbol, spellings);
    }

    private void alias(String symbol, String... spellings) {
        for (String spelling : spellings) aliases.put(spelling, symbol);
    }
}
