package org.luoshi.webhook.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.luoshi.webhook.Topic;
import tools.jackson.databind.json.JsonMapper;

/// CloudEvents 1.0 in structured JSON.
final class CloudEvents {

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CloudEvents() {}

    /// @param body as it is sent and signed
    record Event(String id, Topic topic, String body) {}

    /// @param subject what has changed, as in the audit log
    static Event of(Topic topic, String subject, Instant time, Map<String, ?> data) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/api");
        event.put("type", topic.id());
        event.put("subject", subject);
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return new Event(id, topic, JSON.writeValueAsString(event));
    }
}
