/// Forms generated from entities, and values as text.
@NullMarked
package org.luoshi.register.internal.form;

import org.jspecify.annotations.NullMarked;
