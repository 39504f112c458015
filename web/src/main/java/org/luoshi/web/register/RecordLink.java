package org.luoshi.web.register;

import java.util.Optional;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Entity;

/// What else can be done with a record of some register, offered on its page.
public interface RecordLink {

    record Link(String href, Text words) {}

    Optional<Link> of(Entity entity, long record);
}
