package io.mtandao.plugin.mpesa.internal;

import com.fasterxml.jackson.databind.JsonNode;

/** @param json missing node when the reply was not JSON */
record DarajaReply(int status, JsonNode json) {
    /** Of Daraja's error envelope; empty when there is none. */
    String errorCode() {
        return json.path("errorCode").asText("");
    }

    String text() {
        String text = json.path("errorMessage").asText(json.path("ResponseDescription").asText(""));
        return text.isBlank() ? "HTTP " + status : text;
    }
}
