package org.luoshi.web.feature;

import java.util.List;
import org.luoshi.web.api.Link;

/// All collections.
public record CollectionList(List<Link> links, List<CollectionDescription> collections) {}
