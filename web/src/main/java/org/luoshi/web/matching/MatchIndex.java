package org.luoshi.web.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.matching.Entry;
import org.luoshi.matching.Matcher;
import org.luoshi.register.ListRequest;
import org.luoshi.register.RecordPage;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.springframework.stereotype.Component;

/// The achievements that a viewer may read, ready to be compared with. Made when first asked for and again when one of
/// them has changed; the dictionary is not read before.
@Component
class MatchIndex {

    /// Achievements compared at most: the first by code.
    private static final int MOST = 5_000;

    /// What a matcher was made of: versions by record.
    private record Made(Map<Long, Integer> versions, Matcher matcher) {}

    private volatile @Nullable Made made;

    /// @param records all that may be found
    Matcher over(List<RegisterRecord> records) {
        Map<Long, Integer> versions = new HashMap<>();
        records.forEach(record -> versions.put(record.id(), record.version()));
        Made before = made;
        if (before != null && before.versions().equals(versions)) return before.matcher();
        Matcher matcher = Matcher.over(records.stream()
                .map(record -> new Entry(String.valueOf(record.id()), text(record)))
                .toList());
        made = new Made(versions, matcher);
        return matcher;
    }

    static List<RegisterRecord> all(Register register, Viewer viewer) {
        List<RegisterRecord> records = new ArrayList<>();
        String after = null;
        do {
            RecordPage page = register.list(ListRequest.first(ListRequest.LARGEST_PAGE).after(after), viewer);
            records.addAll(page.rows());
            after = page.next();
        } while (after != null && records.size() < MOST);
        return records;
    }

    /// What is compared: title and description.
    static String text(RegisterRecord record) {
        Object detail = record.value("detail");
        return record.value("title") + (detail == null ? "" : "。" + detail);
    }
}
