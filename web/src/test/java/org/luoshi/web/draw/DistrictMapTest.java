package org.luoshi.web.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistrictMapTest {

    @Test
    void atMostFiveClassesAndTheirBreaksArePrinted() {
        DistrictMap map = DistrictMap.draw(places(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), BigDecimal::toPlainString, "no data");
        assertThat(map.legend()).extracting(DistrictMap.Legend::words).containsExactly("1–2", ">2–4", ">4–6", ">6–8", ">8–10");
        assertThat(map.cells().getFirst().shade()).isEqualTo(1);
        assertThat(map.cells().getLast().shade()).isEqualTo(5);
    }

    @Test
    void noDataIsItsOwnClassAndZeroIsNot() {
        List<DistrictMap.Place> places = new ArrayList<>(places(0, 5));
        places.add(new DistrictMap.Place(9, 0, "x", "x", "/x", null, null, "x"));
        DistrictMap map = DistrictMap.draw(places, BigDecimal::toPlainString, "no data");
        assertThat(map.cells()).extracting(DistrictMap.Cell::shade).containsExactly(1, 2, 0);
        assertThat(map.legend().getLast().words()).isEqualTo("no data");
    }

    private static List<DistrictMap.Place> places(int... rates) {
        List<DistrictMap.Place> places = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            places.add(new DistrictMap.Place(i, 0, "u" + i, "U" + i, "/u", BigDecimal.valueOf(rates[i]), 1L, "U" + i));
        }
        return places;
    }
}
