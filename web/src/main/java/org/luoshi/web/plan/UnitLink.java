package org.luoshi.web.plan;

import org.luoshi.kernel.text.Text;

/// A unit by name, with the page about it.
public record UnitLink(String id, Text name) {

    public String href() {
        return "/units/" + id;
    }
}
