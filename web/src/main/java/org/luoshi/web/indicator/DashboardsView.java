package org.luoshi.web.indicator;

import java.util.List;
import org.luoshi.kernel.text.Text;

/// The dashboards of all packs.
public record DashboardsView(List<Line> dashboards) {

    public record Line(String href, Text title, Text pack, int tiles) {}
}
