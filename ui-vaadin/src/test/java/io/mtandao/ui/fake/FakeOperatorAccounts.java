package io.mtandao.ui.fake;

import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Amina, who is signed in, and two others, one of whom may not come in any more. */
public final class FakeOperatorAccounts implements OperatorAccounts {
    public static final String INVITATION = "ml_invitation", FORGOTTEN = "ml_forgotten";
    private final List<Account> all = new ArrayList<>(List.of(new Account(1, "Amina Said", "amina@mtandao.io", true, Instant.now().minusSeconds(86400 * 90)),
        new Account(2, "Brian Kiprop", "brian@mtandao.io", true, Instant.now().minusSeconds(86400 * 20)), new Account(3, "Carol Njeri", "carol@mtandao.io", false, Instant.now().minusSeconds(86400 * 50))));
    private final List<Deed> deeds = List.of(new Deed(9, Instant.now().minusSeconds(60), "Amina Said", "197.248.10.4", "isp.suspend", FakeSessions.TENANT, "unpaid since May"),
        new Deed(8, Instant.now().minusSeconds(900), "Amina Said", "197.248.10.4", "operator.sign-in", null, "Firefox"));

    @Override
    public Page<Account> list(Operator operator, ListQuery q) {
        return Lists.page(all, q, a -> Lists.has(q.search(), a.fullName(), a.email()) && Lists.is(q, "active", a.active()));
    }

    @Override
    public String invite(Operator operator, String email) {
        return "/ui/operator/link?token=" + INVITATION;
    }

    @Override
    public String passwordLink(Operator operator, long id) {
        return "/ui/operator/link?token=" + FORGOTTEN;
    }

    @Override
    public void deactivate(Operator operator, long id) {
        set(id, false);
    }

    @Override
    public void reactivate(Operator operator, long id) {
        set(id, true);
    }

    private void set(long id, boolean active) {
        all.replaceAll(a -> a.id() == id ? new Account(id, a.fullName(), a.email(), active, a.createdAt()) : a);
    }

    @Override
    public Link look(String token) {
        if (token.equals(INVITATION)) return new Link("dan@mtandao.io", true);
        if (token.equals(FORGOTTEN)) return new Link("brian@mtandao.io", false);
        throw new NotFound("link");
    }

    @Override
    public void use(String token, String fullName, String password, Origin origin) {
        look(token);
    }

    @Override
    public Page<Deed> audit(Operator operator, ListQuery q) {
        return Lists.page(deeds, q, d -> Lists.has(q.search(), d.who(), d.action(), d.detail()));
    }
}
