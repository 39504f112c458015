/// Plan 方案: focus → measure → commitment → milestone, with a status and a forecast computed from facts.
@NullMarked
package org.luoshi.plan;

import org.jspecify.annotations.NullMarked;
