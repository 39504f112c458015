package org.luoshi.compiler.internal.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.luoshi.compiler.internal.form.Construct;
import org.luoshi.compiler.internal.form.Constructs;

/// JSON Schemas (draft 2020-12), one a construct, so that editors complete and check while one types.
public final class Schemas {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private Schemas() {}

    /// File name → schema.
    public static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        for (Construct construct : Constructs.ALL) files.put(fileName(construct), Json.of(schema(construct)));
        return files;
    }

    static String fileName(Construct construct) {
        return construct.id() + ".schema.json";
    }

    static Map<String, Object> schema(Construct construct) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", construct.title().zh() + " · " + construct.title().en());
        schema.put(
                "description", construct.about().zh() + "\n" + construct.about().en());
        schema.putAll(construct.shape().schema());
        return schema;
    }
}
