/// Needs and the achievements that might meet them: a ranking with reasons, judged by people.
@NullMarked
package org.luoshi.web.matching;

import org.jspecify.annotations.NullMarked;
