/// `luoshi briefing`: a briefing as a file, with or without a running server.
@NullMarked
package org.luoshi.app.briefing;

import org.jspecify.annotations.NullMarked;
