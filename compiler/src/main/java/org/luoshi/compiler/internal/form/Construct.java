package org.luoshi.compiler.internal.form;

import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.kernel.text.Text;

/// Something a file of a pack can declare.
///
/// @param id name of its schema and reference page
/// @param path where its files are, from the pack's folder; `*` is the id of what is declared
/// @param example a whole file that has no mistake in its shape
/// @param cityOnly whether only the city pack may have it
public record Construct(
        String id, Text title, Text about, String path, Shape<?> shape, String example, boolean cityOnly) {

    public boolean matches(String file) {
        int star = path.indexOf('*');
        if (star < 0) return path.equals(file);
        String before = path.substring(0, star);
        String after = path.substring(star + 1);
        return file.length() > before.length() + after.length()
                && file.startsWith(before)
                && file.endsWith(after)
                && file.indexOf('/', before.length()) < 0;
    }

    /// The id a file declares: its name without `.yaml`.
    public static String nameOf(String file) {
        String last = file.substring(file.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? last : last.substring(0, dot);
    }
}
