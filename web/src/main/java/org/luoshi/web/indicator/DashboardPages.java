package org.luoshi.web.indicator;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.access.Permission;
import org.luoshi.pack.Dashboard;
import org.luoshi.pack.Pack;
import org.luoshi.web.quality.FigureMarks;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Dashboards as packs declare them: each tile one indicator.
@Controller
class DashboardPages {

    private final IndicatorDesk desk;
    private final Tiles tiles;
    private final Pages pages;

    DashboardPages(IndicatorDesk desk, Tiles tiles, Pages pages) {
        this.desk = desk;
        this.tiles = tiles;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards")
    View dashboards(Shell shell) {
        List<DashboardsView.Line> lines = new ArrayList<>();
        for (Pack pack : desk.packs(shell)) {
            for (Dashboard dashboard : pack.dashboards()) {
                lines.add(new DashboardsView.Line(
                        "/dashboards/" + dashboard.id(),
                        dashboard.title(),
                        pack.title(),
                        dashboard.tiles().size()));
            }
        }
        return pages.show("indicator/dashboards", new DashboardsView(lines));
    }

    @Allow(Permission.READ)
    @GetMapping("/dashboards/{id}")
    View dashboard(@PathVariable String id, Shell shell) {
        Tiles.Opened opened = tiles.open(id, shell);
        List<DashboardView.Tile> shown = new ArrayList<>();
        FigureMarks.OfUnit marks = tiles.marks(shell);
        opened.tiles().forEach((name, tile) -> shown.add(tiles.view(opened, name, tiles.read(tile, shell), marks, shell)));
        return pages.show(
                "indicator/dashboard", new DashboardView(opened.dashboard().title(), opened.synthetic(), shown));
    }
}
