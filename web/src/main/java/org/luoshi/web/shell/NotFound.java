package org.luoshi.web.shell;

/// Nothing is at this address, or nothing the viewer may see: the two are told alike on purpose.
public final class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
