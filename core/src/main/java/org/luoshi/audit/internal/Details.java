package org.luoshi.audit.internal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// An entry's details as the JSON object that is stored.
public final class Details {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private Details() {}

    public static String write(SortedMap<String, String> details) {
        return JSON.writeValueAsString(details);
    }

    public static Map<String, String> read(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
