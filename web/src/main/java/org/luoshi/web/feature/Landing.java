package org.luoshi.web.feature;

import java.util.List;
import org.luoshi.web.api.Link;

/// Where a client begins.
public record Landing(String title, String description, List<Link> links) {}
