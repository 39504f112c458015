/// The accounts of a fresh installation, and the file in the data folder that tells their passwords.
@NullMarked
package org.luoshi.app.account;

import org.jspecify.annotations.NullMarked;
