package org.luoshi.briefing.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.briefing.Briefing;
import org.luoshi.briefing.Figure;
import org.luoshi.briefing.Movement;
import org.luoshi.kernel.text.Text;

/// What moved from one edition to another.
public final class Movements {

    private record Place(Text section, Figure figure) {}

    private Movements() {}

    /// In the later edition's order, then what only the earlier one has.
    public static List<Movement> between(Briefing earlier, Briefing later) {
        Map<String, Place> before = places(earlier);
        Map<String, Place> after = places(later);
        List<Movement> moved = new ArrayList<>();
        after.forEach((key, place) -> {
            Place was = before.get(key);
            if (was == null || !was.figure().shown().equals(place.figure().shown())) {
                moved.add(new Movement(
                        place.section(),
                        key,
                        was == null ? null : was.figure().shown(),
                        place.figure().shown()));
            }
        });
        before.forEach((key, place) -> {
            if (!after.containsKey(key)) {
                moved.add(new Movement(place.section(), key, place.figure().shown(), null));
            }
        });
        return moved;
    }

    private static Map<String, Place> places(Briefing briefing) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (Briefing.Section section : briefing.sections()) {
            section.blocks().stream()
                    .flatMap(block -> block.figures())
                    .forEach(figure -> places.putIfAbsent(
                            figure.binding().source().key(), new Place(section.heading(), figure)));
        }
        return places;
    }
}
