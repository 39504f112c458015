package org.luoshi.kernel.clock.acceptance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.luoshi.kernel.text.Text;

/// Why an event was not recorded.
public sealed interface AcceptanceRefusal {

    Text text();

    record OutOfOrder(LocalDateTime last, LocalDateTime given) implements AcceptanceRefusal {
        @Override
        public Text text() {
            return new Text(
                    "%s 早于最近一次记录 %s".formatted(moment(given), moment(last)),
                    "%s is before the last entry, of %s".formatted(moment(given), moment(last)));
        }
    }

    /// 只能一次性告知.
    record SecondNotice(LocalDate first, String number) implements AcceptanceRefusal {
        @Override
        public Text text() {
            return new Text(
                    "已于 %s 一次性告知（%s），不得再次要求补正".formatted(first, number),
                    "everything had to be asked for in the notice of %s (%s): there is no second one"
                            .formatted(first, number));
        }
    }

    record EmptyNotice() implements AcceptanceRefusal {
        @Override
        public Text text() {
            return new Text("补正告知须列出需要补正的全部内容", "the notice must list everything that is to be supplemented");
        }
    }

    /// @param from the day of receipt
    /// @param missed the last day for a notice
    record DeemedAccepted(LocalDate from, LocalDate missed) implements AcceptanceRefusal {
        @Override
        public Text text() {
            return new Text(
                    "%s 前未告知补正，自收到材料之日（%s）起即为受理".formatted(missed.plusDays(1), from),
                    "no notice was given by %s: the application is accepted from the day of its receipt, %s"
                            .formatted(missed, from));
        }
    }

    record NothingAsked() implements AcceptanceRefusal {
        @Override
        public Text text() {
            return new Text("尚未告知补正", "nothing has been asked for");
        }
    }

    record Ended(LocalDate on, boolean accepted) implements AcceptanceRefusal {
        @Override
        public Text text() {
            return accepted
                    ? new Text("已于 %s 受理".formatted(on), "the application was accepted on %s".formatted(on))
                    : new Text("已于 %s 不予受理".formatted(on), "the application was not accepted, on %s".formatted(on));
        }
    }

    private static String moment(LocalDateTime at) {
        return at.toString().replace('T', ' ');
    }
}
