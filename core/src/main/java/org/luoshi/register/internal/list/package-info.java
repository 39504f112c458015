/// Lists: filters, order, pages that go on by key, counts that stop counting.
@NullMarked
package org.luoshi.register.internal.list;

import org.jspecify.annotations.NullMarked;
