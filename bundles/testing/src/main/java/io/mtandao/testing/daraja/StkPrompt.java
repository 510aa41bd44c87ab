package io.mtandao.testing.daraja;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A prompt on a subscriber's phone. */
public final class StkPrompt {
    private final JsonNode request;
    private final String consumerKey;
    private final String checkoutRequestId;
    private final String merchantRequestId;
    private volatile SubscriberBehaviour outcome;

    StkPrompt(JsonNode request, String consumerKey, String checkoutRequestId, String merchantRequestId) {
        this.request = request;
        this.consumerKey = consumerKey;
        this.checkoutRequestId = checkoutRequestId;
        this.merchantRequestId = merchantRequestId;
    }

    public String checkoutRequestId() {
        return checkoutRequestId;
    }

    public String merchantRequestId() {
        return merchantRequestId;
    }

    /** Of the app that asked for it. */
    public String consumerKey() {
        return consumerKey;
    }

    public String phone() {
        return request.path("PhoneNumber").asText();
    }

    public String shortCode() {
        return request.path("BusinessShortCode").asText();
    }

    /** Everything it was asked with. */
    public JsonNode request() {
        return request;
    }

    /** Null while the subscriber thinks. */
    public SubscriberBehaviour outcome() {
        return outcome;
    }

    void outcome(SubscriberBehaviour behaviour) {
        outcome = behaviour;
    }

    /** In the vendor's own odd form: a float, numbers for date and phone, a Balance without a value, no metadata on failure. */
    ObjectNode callback(String receipt, long nairobiTime) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode stk = root.putObject("Body").putObject("stkCallback");
        stk.put("MerchantRequestID", merchantRequestId).put("CheckoutRequestID", checkoutRequestId);
        stk.put("ResultCode", outcome.code).put("ResultDesc", outcome.text);
        if (outcome != SubscriberBehaviour.PAYS) return root;
        ArrayNode items = stk.putObject("CallbackMetadata").putArray("Item");
        items.addObject().put("Name", "Amount").put("Value", request.path("Amount").asDouble());
        items.addObject().put("Name", "MpesaReceiptNumber").put("Value", receipt);
        items.addObject().put("Name", "Balance");
        items.addObject().put("Name", "TransactionDate").put("Value", nairobiTime);
        items.addObject().put("Name", "PhoneNumber").put("Value", request.path("PhoneNumber").asLong());
        return root;
    }
}
