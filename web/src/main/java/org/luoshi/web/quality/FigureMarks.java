package org.luoshi.web.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.access.Viewer;
import org.luoshi.indicator.Cell;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.QualityCheck.Kind;
import org.luoshi.quality.DataQuality;
import org.luoshi.quality.QualityFilter;
import org.luoshi.quality.QualityItem.State;
import org.luoshi.web.part.FigureMark;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// Marks beside figures: changes that are not counted yet, units without a figure, and open items of data quality of the
/// records behind them, by kind. Items are of the present: a page of the past has none.
@Component
public class FigureMarks {

    private final DataQuality quality;
    private final QualityWords words;

    FigureMarks(DataQuality quality, QualityWords words) {
        this.quality = quality;
        this.words = words;
    }

    /// All figures of one page that are about a unit: its items are counted once.
    public OfUnit of(String unit, Shell shell) {
        Viewer viewer = shell.viewer();
        return new OfUnit(
                unit,
                viewer == null || shell.asOf().past()
                        ? Map.of()
                        : quality.numbers(new QualityFilter(unit, null, State.OPEN, Set.of()), viewer),
                shell);
    }

    public final class OfUnit {

        private final String unit;
        private final Map<QualifiedId, Map<Kind, Long>> open;
        private final Shell shell;
        private final Map<QualifiedId, List<FigureMark>> known = new HashMap<>();

        private OfUnit(String unit, Map<QualifiedId, Map<Kind, Long>> open, Shell shell) {
            this.unit = unit;
            this.open = open;
            this.shell = shell;
        }

        /// @param cells what is shown of the indicator, at one time of several units or at several times of one
        public List<FigureMark> of(Indicator indicator, Collection<Cell> cells) {
            List<FigureMark> marks = new ArrayList<>();
            if (cells.stream().anyMatch(Cell::stale)) marks.add(new FigureMark(shell.t("figure.stale"), null));
            long units = cells.stream().map(Cell::unit).distinct().count();
            long without = cells.stream().filter(cell -> cell.value() == null).count();
            boolean once = cells.stream().map(Cell::period).distinct().count() == 1;
            if (once && units > 1 && without > 0)
                marks.add(new FigureMark(shell.t("marks.without", shell.number(without), shell.number(units)), null));
            marks.addAll(known.computeIfAbsent(indicator.id(), unused -> items(indicator)));
            return marks;
        }

        private List<FigureMark> items(Indicator indicator) {
            if (open.isEmpty()) return List.of();
            Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
            for (QualifiedId entity : quality.sources(indicator))
                open.getOrDefault(entity, Map.of()).forEach((kind, number) -> byKind.merge(kind, number, Long::sum));
            long all = byKind.values().stream().mapToLong(Long::longValue).sum();
            if (all == 0) return List.of();
            String kinds = Arrays.stream(Kind.values())
                    .filter(byKind::containsKey)
                    .map(kind -> shell.t("marks.kind", shell.say(words.kind(kind)), shell.number(byKind.getOrDefault(kind, 0L))))
                    .collect(Collectors.joining(shell.t("marks.between")));
            return List.of(new FigureMark(
                    shell.t("marks.items", shell.number(all), kinds), "/quality?unit=" + unit + "&indicator=" + indicator.id()));
        }
    }
}
