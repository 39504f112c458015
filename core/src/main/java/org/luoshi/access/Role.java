package org.luoshi.access;

import static org.luoshi.access.Permission.ADMINISTER;
import static org.luoshi.access.Permission.APPLY;
import static org.luoshi.access.Permission.COMMENT;
import static org.luoshi.access.Permission.EDIT_PLAN;
import static org.luoshi.access.Permission.FREEZE_BASELINE;
import static org.luoshi.access.Permission.HANDLE_CASE;
import static org.luoshi.access.Permission.IMPORT;
import static org.luoshi.access.Permission.ISSUE_BRIEFING;
import static org.luoshi.access.Permission.READ;
import static org.luoshi.access.Permission.READ_AUDIT;
import static org.luoshi.access.Permission.READ_PERSONAL;
import static org.luoshi.access.Permission.VERIFY_EVIDENCE;
import static org.luoshi.access.Permission.WRITE_RECORD;

import java.util.Set;
import org.luoshi.kernel.text.Text;

/// What somebody is, and with it what they may do in the units granted to them.
public enum Role {
    READER(new Text("读者", "Reader"), READ),
    LEADER(new Text("领导", "Leader"), READ, COMMENT),
    CLERK(new Text("基层工作人员", "Clerk"), READ, COMMENT, WRITE_RECORD, HANDLE_CASE),
    OFFICER(new Text("部门经办", "Officer"), READ, COMMENT, WRITE_RECORD, IMPORT, READ_PERSONAL, HANDLE_CASE),
    MANAGER(new Text("负责人", "Manager"), READ, COMMENT, WRITE_RECORD, IMPORT, ISSUE_BRIEFING, HANDLE_CASE),
    ANALYST(
            new Text("改革办分析员", "Reform office analyst"),
            READ,
            COMMENT,
            IMPORT,
            VERIFY_EVIDENCE,
            EDIT_PLAN,
            FREEZE_BASELINE,
            ISSUE_BRIEFING,
            READ_AUDIT,
            HANDLE_CASE),
    /// Asked for an opinion on single cases; sees nothing else.
    EXPERT(new Text("专家", "Expert"), HANDLE_CASE),
    /// An enterprise or a resident.
    APPLICANT(new Text("申请人", "Applicant"), APPLY),
    AUTHOR(new Text("系统包作者", "Pack author"), READ),
    ADMINISTRATOR(new Text("管理员", "Administrator"), READ, READ_AUDIT, ADMINISTER);

    private final Text title;
    private final Set<Permission> permissions;

    Role(Text title, Permission... permissions) {
        this.title = title;
        this.permissions = Set.of(permissions);
    }

    public Text title() {
        return title;
    }

    public boolean permits(Permission permission) {
        return permissions.contains(permission);
    }
}
