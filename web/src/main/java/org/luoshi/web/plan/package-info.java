/// Plan: overview, board, commitment, unit, clauses, baselines, study class.
@NullMarked
package org.luoshi.web.plan;

import org.jspecify.annotations.NullMarked;
