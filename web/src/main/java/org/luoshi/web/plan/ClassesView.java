package org.luoshi.web.plan;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.kernel.text.Text;

/// The list of study classes.
public record ClassesView(List<Line> classes) {

    public record Line(String href, Text title, LocalDate from, LocalDate to, int sessions, int statements) {}
}
