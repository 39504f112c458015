package org.luoshi.web.briefing;

import java.time.Instant;
import java.util.List;
import org.luoshi.briefing.Gap;
import org.luoshi.kernel.text.Text;

/// A composed briefing that is not issued.
///
/// @param article finished markup, every text in it escaped
/// @param gaps what keeps it from being issued
/// @param mayIssue whether this reader may issue it
public record DraftView(
        Text title,
        String article,
        List<Gap> gaps,
        boolean mayIssue,
        String layout,
        String subject,
        Instant moment,
        List<DownloadLink> downloads) {}
