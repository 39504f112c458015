package org.luoshi.briefing.internal.pdf;

import java.util.ArrayList;
import java.util.List;

/// Breaks atoms into lines by the rules of Chinese setting: no closing sign begins a line 避头, no opening sign
/// ends one 避尾, dashes and ellipses stay whole; a closing sign that is just too much is squeezed in.
///
/// @param width in points
/// @param justified whether full lines are spread to the width
record Lines(double width, boolean justified) {

    /// Rounding in glyph widths, in points; far below what can be seen.
    private static final double TOLERANCE = 0.05;

    List<Line> of(List<Atom> atoms, double firstIndent) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from < atoms.size()) {
            double indent = lines.isEmpty() ? firstIndent : 0;
            int to = end(atoms, from, width - indent);
            boolean last = to == atoms.size();
            lines.add(line(trimmed(atoms, from, to), indent, last));
            from = to;
            while (from < atoms.size() && atoms.get(from).space()) from++;
        }
        return lines;
    }

    /// Index after the last atom of the line that starts at `from`; at least one atom.
    private static int end(List<Atom> atoms, int from, double limit) {
        double used = 0;
        double squeeze = 0;
        int fits = from;
        while (fits < atoms.size()) {
            Atom next = atoms.get(fits);
            if (!next.space() && used + next.width() > limit + TOLERANCE) break;
            used += next.width();
            squeeze += next.squeeze();
            fits++;
        }
        if (fits == atoms.size()) return fits;
        int more = squeezed(atoms, fits, used, squeeze, limit);
        if (more > fits) return more;
        for (int end = fits; end > from; end--) {
            if (mayBreak(atoms, end)) return end;
        }
        return Math.max(fits, from + 1);
    }

    /// Takes closing signs in where narrowing the signs of the line makes room for them.
    private static int squeezed(List<Atom> atoms, int fits, double used, double squeeze, double limit) {
        int end = fits;
        double wide = used;
        double room = squeeze;
        while (end < atoms.size() && !atoms.get(end).mayStart()) {
            wide += atoms.get(end).width();
            room += atoms.get(end).squeeze();
            end++;
        }
        boolean breakable = end == atoms.size() || mayBreak(atoms, end);
        return end > fits && breakable && wide - room <= limit + TOLERANCE ? end : fits;
    }

    private static boolean mayBreak(List<Atom> atoms, int at) {
        Atom before = atoms.get(at - 1);
        Atom after = atoms.get(at);
        if (after.space() || before.space()) return true;
        return before.mayEnd() && after.mayStart() && !(before.dash() && after.dash());
    }

    private static List<Atom> trimmed(List<Atom> atoms, int from, int to) {
        int end = to;
        while (end > from + 1 && atoms.get(end - 1).space()) end--;
        return List.copyOf(atoms.subList(from, end));
    }

    private Line line(List<Atom> atoms, double indent, boolean last) {
        double[] room = new double[atoms.size()];
        double used = indent + atoms.stream().mapToDouble(Atom::width).sum();
        double spare = width - used;
        if (spare < 0) {
            double squeeze = atoms.stream().mapToDouble(Atom::squeeze).sum();
            for (int i = 0; i < room.length && squeeze > 0; i++) room[i] = spare * atoms.get(i).squeeze() / squeeze;
        } else if (justified && !last && room.length > 1) {
            for (int i = 0; i < room.length - 1; i++) room[i] = spare / (room.length - 1);
        }
        return new Line(atoms, indent, room);
    }
}
