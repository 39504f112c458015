package org.luoshi.kernel.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.Text;

/// Why an event was not recorded, and what to do instead.
public sealed interface ClockRefusal {

    Text text();

    record NoTerms(Text clock, LocalDate on) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "%s 没有施行的“%s”规则".formatted(on, clock.zh()), "no terms of `%s` are in force on %s".formatted(clock.en(), on));
        }
    }

    record StartedAlready(LocalDate on) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text("时限已于 %s 起算".formatted(on), "the clock has been running since %s".formatted(on));
        }
    }

    /// @param expected the events that would do
    record OtherEvent(String event, Set<String> expected) implements ClockRefusal {
        public OtherEvent {
            expected = Set.copyOf(expected);
        }

        @Override
        public Text text() {
            List<String> ids = expected.stream().sorted().toList();
            return new Text(
                    "“%s”不起算或终止这个时限，应为“%s”".formatted(event, String.join("”或“", ids)),
                    "`%s` neither starts nor ends this clock; expected is `%s`"
                            .formatted(event, String.join("` or `", ids)));
        }
    }

    record OutOfOrder(LocalDateTime last, LocalDateTime given) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "%s 早于最近一次记录 %s".formatted(moment(given), moment(last)),
                    "%s is before the last entry, of %s".formatted(moment(given), moment(last)));
        }
    }

    record EndedAlready(LocalDate on) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text("时限已于 %s 终止".formatted(on), "the clock ended on %s".formatted(on));
        }
    }

    record SuspendedAlready(LocalDate since, Text cause) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "自 %s 起已因%s中止，须先恢复".formatted(since, cause.zh()),
                    "it has been suspended since %s (%s): resume it first".formatted(since, cause.en()));
        }
    }

    record NotSuspended() implements ClockRefusal {
        @Override
        public Text text() {
            return new Text("时限没有中止，无需恢复", "the clock is not suspended, there is nothing to resume");
        }
    }

    record CompletedWhileSuspended(LocalDate since, Text cause) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "时限自 %s 起因%s中止，恢复后方可办结".formatted(since, cause.zh()),
                    "the clock has been suspended since %s (%s): resume it before it is completed"
                            .formatted(since, cause.en()));
        }
    }

    /// @param lawful the causes that the terms know
    record CauseNotLawful(String cause, List<Text> lawful) implements ClockRefusal {
        public CauseNotLawful {
            lawful = List.copyOf(lawful);
        }

        @Override
        public Text text() {
            if (lawful.isEmpty()) return new Text("这个时限不得中止", "this clock cannot be suspended");
            return new Text(
                    "“%s”不是中止的法定事由，法定事由为：%s".formatted(cause, list(lawful, Text::zh, "、")),
                    "`%s` is no lawful cause of a suspension; these are: %s".formatted(cause, list(lawful, Text::en, ", ")));
        }
    }

    record NoNotice(Text cause, LegalBasis basis) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "因%s中止须书面告知申请人（%s）".formatted(cause.zh(), basis.text().zh()),
                    "a suspension for %s must be told to the applicant in writing (%s)"
                            .formatted(cause.en(), basis.text().en()));
        }
    }

    record NoticeWithoutTime(String number, LegalBasis basis) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "告知书 %s 未写明所需时间（%s）".formatted(number, basis.text().zh()),
                    "notice %s does not tell the time needed (%s)".formatted(number, basis.text().en()));
        }
    }

    record NoticeAfterwards(String number, LocalDate notice, LocalDate suspension) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "告知书 %s 的日期 %s 晚于中止日 %s".formatted(number, notice, suspension),
                    "notice %s of %s is later than the suspension of %s".formatted(number, notice, suspension));
        }
    }

    record NoticeEndsBefore(String number, LocalDate until, LocalDate suspension) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "告知书 %s 所述时间止于 %s，早于中止日 %s".formatted(number, until, suspension),
                    "the time told by notice %s ends on %s, before the suspension of %s"
                            .formatted(number, until, suspension));
        }
    }

    record NoExtension() implements ClockRefusal {
        @Override
        public Text text() {
            return new Text("这个时限不得延长", "this clock cannot be extended");
        }
    }

    record ExtendedAlready(LocalDate on, int days) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "已于 %s 延长 %d 日，只能延长一次".formatted(on, days),
                    "it was extended on %s by %d days, which can be done once".formatted(on, days));
        }
    }

    /// @param max days
    record ExtensionOutOfRange(int days, int max) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text(
                    "延长 %d 日，应为 1 至 %d 日".formatted(days, max),
                    "an extension of %d days, 1 to %d are allowed".formatted(days, max));
        }
    }

    record NotApproved(Text approver) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text("延长须经%s批准".formatted(approver.zh()), "an extension needs the approval of %s".formatted(approver.en()));
        }
    }

    record ExtensionAfterEnd(LocalDate due) implements ClockRefusal {
        @Override
        public Text text() {
            return new Text("时限已于 %s 届满，不能再延长".formatted(due), "the limit ended on %s and can no longer be extended".formatted(due));
        }
    }

    record NoReason() implements ClockRefusal {
        @Override
        public Text text() {
            return new Text("须写明理由", "a reason must be given");
        }
    }

    private static String list(Collection<Text> texts, Function<Text, String> in, String comma) {
        return texts.stream().map(in).collect(Collectors.joining(comma));
    }

    private static String moment(LocalDateTime at) {
        return at.toString().replace('T', ' ');
    }
}
