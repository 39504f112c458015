package org.luoshi.compiler.internal.yaml;

import org.luoshi.compiler.internal.mistake.Printable;
import org.luoshi.kernel.text.Text;

/// What a node is, in a pack author's words.
public final class Kinds {

    private Kinds() {}

    public static Text of(Node node) {
        return switch (node) {
            case Node.Entries unused -> new Text("一组键和值", "a group of keys and values");
            case Node.Items unused -> new Text("一个列表", "a list");
            case Node.Empty unused -> new Text("空的", "nothing");
            case Node.Scalar scalar -> Text.same("`" + Printable.of(scalar.text()) + "`");
        };
    }
}
