package io.mtandao.testing.routeros;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Lets API users in, in the form of the router's version. One per connection, as a challenge belongs to its connection. */
final class LoginDesk {
    private static final Trap WRONG = new Trap(null, "invalid user name or password (6)");
    private final List<ApiAccount> accounts;
    private final RouterState state;
    private final RouterVersion version;
    private String challenge;

    LoginDesk(List<ApiAccount> accounts, RouterState state, RouterVersion version) {
        this.accounts = accounts;
        this.state = state;
        this.version = version;
    }

    /** @param commands what the user may do from now on, null when not logged in */
    record Verdict(List<List<String>> answer, CommandTable commands) {
    }

    Verdict login(Map<String, String> attributes) {
        if (version.asksChallenge() && !attributes.containsKey("response")) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            challenge = HexFormat.of().formatHex(random);
            return new Verdict(List.of(List.of("!done", "=ret=" + challenge)), null);
        }
        return accounts.stream().filter(account -> proves(account, attributes)).findFirst()
                .map(account -> new Verdict(List.of(List.of("!done")), new CommandTable(state, account, version.saysEmpty())))
                .orElseGet(() -> new Verdict(CommandTable.trapped(WRONG), null));
    }

    private boolean proves(ApiAccount account, Map<String, String> attributes) {
        if (!account.user().equals(attributes.get("name"))) {
            return false;
        }
        return version.asksChallenge()
                ? challenge != null && account.answers(challenge, attributes.get("response"))
                : account.password().equals(attributes.get("password"));
    }
}
