package io.mtandao.spi;

/** The outcome of "test connection". @param text for a person: what was seen, or what to do */
public record Health(boolean ok, String text) {
    public static Health ok(String text) {
        return new Health(true, text);
    }

    public static Health bad(String text) {
        return new Health(false, text);
    }
}
