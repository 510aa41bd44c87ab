package io.mtandao.testing.routeros;

/** The router's no to one command. */
final class Trap extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String category;

    /** @param category as in MikroTik's page "API", or null when the router leaves it out, as it mostly does */
    Trap(String category, String message) {
        super(message);
        this.category = category;
    }

    String category() {
        return category;
    }
}
