package io.mtandao.testing.daraja;

/** What a subscriber does when the prompt appears. */
public enum SubscriberBehaviour {
    PAYS(0, "The service request is processed successfully."),
    CANCELS(1032, "Request cancelled by user"),
    NO_ANSWER(1037, "DS timeout user cannot be reached"),
    WRONG_PIN(2001, "The initiator information is invalid."),
    LOW_BALANCE(1, "The balance is insufficient for the transaction.");

    final int code;
    final String text;

    SubscriberBehaviour(int code, String text) {
        this.code = code;
        this.text = text;
    }
}
