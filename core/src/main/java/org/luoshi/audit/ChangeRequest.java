package org.luoshi.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who is about to change what.
///
/// @param actor account, or `system`
/// @param action verb with its module, e.g. `record.update`
/// @param subject what is changed, e.g. `parks.project/42`
/// @param details further facts, never personal values; keys in sorted order for the hash
public record ChangeRequest(String actor, String action, String subject, SortedMap<String, String> details) {

    public ChangeRequest(String actor, String action, String subject) {
        this(actor, action, subject, Map.of());
    }

    public ChangeRequest(String actor, String action, String subject, Map<String, String> details) {
        this(actor, action, subject, new TreeMap<>(details));
    }
}
