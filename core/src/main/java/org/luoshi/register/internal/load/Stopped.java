package org.luoshi.register.internal.load;

/// Somebody asked the import to stop.
final class Stopped extends RuntimeException {

    Stopped() {
        super("stopped", null, false, false);
    }
}
