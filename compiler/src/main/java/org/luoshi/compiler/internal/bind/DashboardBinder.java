package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.DashboardForm.COLUMNS;
import static org.luoshi.compiler.internal.form.DashboardForm.INDICATOR;
import static org.luoshi.compiler.internal.form.DashboardForm.KIND;
import static org.luoshi.compiler.internal.form.DashboardForm.PER;
import static org.luoshi.compiler.internal.form.DashboardForm.TILES;
import static org.luoshi.compiler.internal.form.DashboardForm.TILE_TITLE;
import static org.luoshi.compiler.internal.form.DashboardForm.TITLE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.TILE_KIND;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.TILE_NEEDS_PER;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.TILE_TWICE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_INDICATOR;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.Dashboard;
import org.luoshi.pack.Dashboard.Kind;
import org.luoshi.pack.Dashboard.Tile;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;

/// One dashboard.
final class DashboardBinder {

    private static final Set<Kind> COMPARING = EnumSet.of(Kind.BARS, Kind.RANKING, Kind.MAP, Kind.PIVOT);

    private final World world;
    private final Draft draft;

    DashboardBinder(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
    }

    Dashboard bind(ParsedFile file, View view) {
        List<Tile> tiles = new ArrayList<>();
        Map<Tile, Span> seen = new HashMap<>();
        for (Listed<View> listed : view.get(TILES, List.of())) {
            View tile = listed.value();
            Optional<QualifiedId> indicator = tile.get(INDICATOR)
                    .flatMap(name -> world.references()
                            .resolve(draft, name, IndicatorForm.CONSTRUCT, UNKNOWN_INDICATOR, world.findings()));
            Optional<UnitKind> per = tile.get(PER);
            Optional<Kind> kind = tile.get(KIND);
            if (kind.isPresent() && COMPARING.contains(kind.get()) && !tile.has(PER)) {
                world.findings()
                        .report(TILE_NEEDS_PER
                                .at(tile.at(KIND))
                                .with("tile", kind.get().name().toLowerCase(Locale.ROOT)));
            }
            if (indicator.isEmpty()) continue;
            per.ifPresent(p -> checkKind(tile, indicator.get(), p));
            if (kind.isEmpty()) continue;
            Tile made = new Tile(
                    kind.get(),
                    indicator.get(),
                    per.orElse(null),
                    tile.get(TILE_TITLE).orElse(null),
                    tile.get(COLUMNS, 4));
            Tile same = new Tile(made.kind(), made.indicator(), made.per(), null, 4);
            Span first = seen.putIfAbsent(same, listed.span());
            if (first != null)
                world.findings().report(TILE_TWICE.at(listed.span()).other(first));
            tiles.add(made);
        }
        return new Dashboard(new QualifiedId(draft.id(), file.name()), view.get(TITLE, Text.EMPTY), tiles);
    }

    private void checkKind(View tile, QualifiedId id, UnitKind per) {
        World.BoundIndicator bound = world.indicators().get(id);
        if (bound == null || bound.indicator().isEmpty()) return;
        Indicator indicator = bound.indicator().get();
        if (indicator.per().contains(per)) return;
        world.findings()
                .report(TILE_KIND
                        .at(tile.at(PER))
                        .with("indicator", id.name())
                        .with("kind", per.id())
                        .with(
                                "members",
                                Members.list(indicator.per().stream()
                                        .sorted()
                                        .map(UnitKind::id)
                                        .toList()))
                        .other(bound.view().at(IndicatorForm.PER)));
    }
}
