package org.luoshi.kernel.unit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.luoshi.kernel.text.Text;

/// What a unit 单位 is.
public enum UnitKind {
    CITY(new Text("市", "city")),
    DISTRICT(new Text("区（市）县", "district")),
    /// 功能区: reported beside districts, though not one in the administrative division.
    FUNCTIONAL_AREA(new Text("功能区", "functional area")),
    STREET(new Text("街道", "street")),
    TOWN(new Text("镇", "town")),
    DEPARTMENT(new Text("部门", "department")),
    ENTERPRISE(new Text("企业", "enterprise")),
    /// 事业单位 and the like: universities, hospitals, institutes.
    INSTITUTION(new Text("机构", "institution")),
    PARK(new Text("园区", "park"));

    private final Text label;

    UnitKind(Text label) {
        this.label = label;
    }

    /// Lower case, as packs write it: `functional_area`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UnitKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    public Text label() {
        return label;
    }
}
