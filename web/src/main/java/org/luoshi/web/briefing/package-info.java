/// Briefing: draft, check, issue and download.
@NullMarked
package org.luoshi.web.briefing;

import org.jspecify.annotations.NullMarked;
