package io.mtandao.testing.routeros;

/** A RouterOS version as far as it changes the API's ways. */
record RouterVersion(int major, int minor) {

    /** @param text such as 7.20.1 */
    static RouterVersion parse(String text) {
        String[] parts = text.split("\\.");
        return new RouterVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean asksChallenge() {
        return before(6, 43);
    }

    boolean saysEmpty() {
        return !before(7, 18);
    }

    private boolean before(int otherMajor, int otherMinor) {
        return major < otherMajor || major == otherMajor && minor < otherMinor;
    }
}
