package io.mtandao.api;

/**
 * From where a call came; written to the audit log.
 *
 * @param address the peer's IP address, or "local" for jobs
 * @param client short description of the program, for example the User-Agent; may be empty
 */
public record Origin(String address, String client) {
    public static final Origin LOCAL = new Origin("local", "");
}
