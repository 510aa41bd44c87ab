package io.mtandao.plugin.mpesa.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** Daraja's JSON: the same field is a string here, a number there and a float elsewhere, and anybody may post to a callback. */
final class TolerantJson {
    static final ObjectMapper MAPPER = new ObjectMapper(
        JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(40).build()).build())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private TolerantJson() {}

    /** A missing node when it is not JSON. */
    static JsonNode read(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Text or number as text, trimmed and without a fraction of nothing (2.54712345678E11 is a phone); empty when absent. */
    static String text(JsonNode node) {
        if (!node.isBigDecimal()) return node.asText("").strip();
        BigDecimal number = node.decimalValue();
        // 1E+999999999 is short to send and a gigabyte to write out
        return Math.abs(number.scale()) > 20 ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** Whole shillings, above nothing and below a thousand million; empty for everything else, a fraction included. */
    static Optional<Long> shillings(JsonNode node) {
        try {
            BigDecimal amount = node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText("").strip());
            long whole = amount.longValueExact();
            return whole > 0 && whole < 1_000_000_000 ? Optional.of(whole) : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
