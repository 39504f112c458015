/// Calendars that people subscribe to in calendar programs.
@NullMarked
package org.luoshi.web.calendar;

import org.jspecify.annotations.NullMarked;
