package org.luoshi.kernel.clock;

import java.time.LocalDate;
import org.luoshi.kernel.text.Text;

/// What a date takes for granted.
public sealed interface Assumption {

    Text text();

    /// Days of the count wait for the notice of a year and follow the weekday until then.
    record Unpublished(int year) implements Assumption {
        @Override
        public Text text() {
            return new Text(
                    "%d 年放假安排尚未公布，暂按周一至周五为工作日推算，公布后重新计算".formatted(year),
                    "the holidays of %d are not published: Monday to Friday are taken as working days, and the date is computed again on publication"
                            .formatted(year));
        }
    }

    /// The clock is suspended and its end not known.
    record Resumed(LocalDate on) implements Assumption {
        @Override
        public Text text() {
            return new Text("时限中止中，按 %s 恢复推算".formatted(on), "the clock is suspended: as if it resumed on %s".formatted(on));
        }
    }
}
