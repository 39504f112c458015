package org.luoshi.web.shell;

/// Whether this server shows synthetic samples on a moved clock; every page then says so.
@FunctionalInterface
public interface DemoState {

    boolean demo();
}
