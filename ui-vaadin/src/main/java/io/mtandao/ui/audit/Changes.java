package io.mtandao.ui.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** One changed field of an audit entry, from its JSON {@code {"field":{"before":…,"after":…}}}. */
record Changes(String field, String before, String after) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What cannot be read is shown as it is. */
    static List<Changes> of(String json) {
        if (json == null || json.isBlank()) return List.of();
        try {
            List<Changes> out = new ArrayList<>();
            JSON.readTree(json).properties().forEach(e -> out.add(new Changes(e.getKey(), text(e.getValue().get("before")), text(e.getValue().get("after")))));
            return out;
        } catch (JsonProcessingException e) {
            return List.of(new Changes("", "", json));
        }
    }

    private static String text(JsonNode n) {
        return n == null || n.isNull() ? "" : n.isValueNode() ? n.asText() : n.toString();
    }
}
