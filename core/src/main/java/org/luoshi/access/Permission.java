package org.luoshi.access;

/// What can be permitted. Each endpoint and each write names exactly one.
public enum Permission {
    READ,
    /// See names, phones and identity numbers unmasked; each reading is logged.
    READ_PERSONAL,
    COMMENT,
    WRITE_RECORD,
    IMPORT,
    /// Accept or reject another unit's evidence.
    VERIFY_EVIDENCE,
    EDIT_PLAN,
    FREEZE_BASELINE,
    ISSUE_BRIEFING,
    READ_AUDIT,
    /// Apply for something, and see the cases one has applied for.
    APPLY,
    /// Do the tasks of cases that fall to one's role and unit.
    HANDLE_CASE,
    ADMINISTER
}
