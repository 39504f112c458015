package org.luoshi.web.process;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.Cases;
import org.luoshi.register.FieldError;

/// A written notice as it was typed into a form.
///
/// @param on blank for today
/// @param until blank where no time was told
record NoticeTyped(String number, String on, String until) {

    /// @param form what stands before the names of its fields
    static NoticeTyped of(Map<String, String> typed, String form) {
        return new NoticeTyped(
                typed.getOrDefault(form + Cases.NOTICE, "").strip(),
                typed.getOrDefault(form + Cases.NOTICE_ON, "").strip(),
                typed.getOrDefault(form + Cases.NOTICE_UNTIL, "").strip());
    }

    /// Null where no number was typed: then nothing was told in writing.
    ///
    /// @param errors gets what is no date
    @Nullable WrittenNotice read(LocalDate today, List<FieldError> errors) {
        LocalDate day = on.isEmpty() ? today : date(Cases.NOTICE_ON, on, errors);
        LocalDate last = until.isEmpty() ? null : date(Cases.NOTICE_UNTIL, until, errors);
        return number.isEmpty() || day == null ? null : new WrittenNotice(number, day, last);
    }

    private static @Nullable LocalDate date(String field, String typed, List<FieldError> errors) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            errors.add(new FieldError(
                    field, new Text("日期写成 2025-09-30 这样", "write the date like 2025-09-30")));
            return null;
        }
    }
}
