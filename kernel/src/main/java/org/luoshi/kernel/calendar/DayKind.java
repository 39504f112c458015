package org.luoshi.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.luoshi.kernel.text.Text;

/// Whether offices work on a day.
public enum DayKind {
    WORKING(new Text("工作日", "working day")),
    OFF(new Text("休息日", "day off"));

    private final Text label;

    DayKind(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }

    /// What a day is when no notice says otherwise.
    static DayKind byWeekday(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? OFF : WORKING;
    }
}
