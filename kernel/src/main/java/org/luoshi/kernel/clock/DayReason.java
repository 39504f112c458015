package org.luoshi.kernel.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.calendar.Notice;
import org.luoshi.kernel.text.Text;

/// Why a day is counted toward a limit, or not.
public sealed interface DayReason {

    Text text();

    /// The day of the event from which the clock counts.
    record Start() implements DayReason {
        @Override
        public Text text() {
            return new Text("起算事件当日，不计入", "day of the start, not counted");
        }
    }

    /// @param number of the day
    /// @param extension whether the day is there by the extension
    /// @param workedFor the holiday for which this weekend day is worked 调休
    record Counted(int number, boolean extension, @Nullable Text workedFor) implements DayReason {
        @Override
        public Text text() {
            StringBuilder zh = new StringBuilder("第 %d 日".formatted(number));
            StringBuilder en = new StringBuilder("day %d".formatted(number));
            if (extension) {
                zh.append("，延长期");
                en.append(", by extension");
            }
            if (workedFor != null) {
                zh.append("，%s调休上班".formatted(workedFor.zh()));
                en.append(", worked in exchange for %s".formatted(workedFor.en()));
            }
            return new Text(zh.toString(), en.toString());
        }
    }

    record Weekend() implements DayReason {
        @Override
        public Text text() {
            return new Text("周末", "weekend");
        }
    }

    /// @param notices that name the day
    record Holiday(Text name, List<Notice> notices) implements DayReason {
        public Holiday {
            notices = List.copyOf(notices);
        }

        @Override
        public Text text() {
            return new Text("%s放假".formatted(name.zh()), "holiday: %s".formatted(name.en()));
        }
    }

    record Suspended(SuspensionCause cause, @Nullable WrittenNotice notice) implements DayReason {
        @Override
        public Text text() {
            String number = notice == null ? "" : notice.number();
            return new Text(
                    "中止：%s%s".formatted(cause.title().zh(), number.isEmpty() ? "" : "（%s）".formatted(number)),
                    "suspended: %s%s".formatted(cause.title().en(), number.isEmpty() ? "" : " (%s)".formatted(number)));
        }
    }

    /// The limit is used up but ended on a day off: its end moves over this day, or to it.
    record Moved(boolean here) implements DayReason {
        @Override
        public Text text() {
            return here
                    ? new Text("末日顺延至此", "the last day moves here")
                    : new Text("末日为休息日，顺延", "the last day is a day off and moves on");
        }
    }

    /// @param days past the end, this one included
    record Past(int days) implements DayReason {
        @Override
        public Text text() {
            return new Text("超期第 %d 日".formatted(days), "day %d past the end".formatted(days));
        }
    }
}
