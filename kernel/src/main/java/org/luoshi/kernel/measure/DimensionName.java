package org.luoshi.kernel.measure;

import java.util.HashMap;
import java.util.Map;
import org.luoshi.kernel.text.Text;

/// What people call a dimension, so that a mismatch can be told as "a mass" against "an energy".
final class DimensionName {

    private static final Map<Dimension, Text> NAMES = names();

    private DimensionName() {}

    static Text of(Dimension dimension) {
        Text name = NAMES.get(dimension);
        if (name != null) return name;
        if (dimension.exponents().size() == 1 && dimension.exponents().containsValue(1)) {
            String counted = dimension.exponents().firstKey();
            return new Text("以 `%s` 计的数量".formatted(counted), "a count of `%s`".formatted(counted));
        }
        return new Text("复合量", "a compound quantity");
    }

    private static Map<Dimension, Text> names() {
        Dimension length = Dimension.base("length");
        Dimension mass = Dimension.base("mass");
        Dimension time = Dimension.base("time");
        Dimension area = length.power(2);
        Dimension volume = length.power(3);
        Dimension energy = mass.times(area).over(time.power(2));
        Map<Dimension, Text> names = new HashMap<>();
        names.put(Dimension.NONE, new Text("纯数", "a pure number"));
        names.put(length, new Text("长度", "a length"));
        names.put(area, new Text("面积", "an area"));
        names.put(volume, new Text("体积", "a volume"));
        names.put(mass, new Text("质量", "a mass"));
        names.put(time, new Text("时间", "a time"));
        names.put(energy, new Text("能量", "an energy"));
        names.put(energy.over(time), new Text("功率", "a power"));
        names.put(volume.over(time), new Text("流量", "a flow"));
        names.put(length.over(time), new Text("速度", "a speed"));
        names.put(mass.over(volume), new Text("浓度", "a concentration"));
        names.put(Dimension.base("money"), new Text("金额", "an amount of money"));
        names.put(Dimension.base("美元"), new Text("美元金额", "an amount of US dollars"));
        names.put(Dimension.base("emission"), new Text("二氧化碳当量", "an amount of CO2 equivalent"));
        names.put(Dimension.base("temperature"), new Text("温度", "a temperature"));
        names.put(Dimension.base("working_day"), new Text("工作日数", "a number of working days"));
        names.put(Dimension.base("month"), new Text("月数", "a number of calendar months"));
        return Map.copyOf(names);
    }
}
