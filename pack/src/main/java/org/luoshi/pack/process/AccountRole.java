package org.luoshi.pack.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Kinds of account that can have a part in a process. Each is a role of the access module by the same name.
public enum AccountRole {
    /// Who applies, and answers when asked: an enterprise or a resident.
    APPLICANT,
    CLERK,
    OFFICER,
    MANAGER,
    EXPERT,
    ANALYST;

    /// Name in packs → role.
    public static final Map<String, AccountRole> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(AccountRole::id, role -> role, (a, b) -> a, TreeMap::new));

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
