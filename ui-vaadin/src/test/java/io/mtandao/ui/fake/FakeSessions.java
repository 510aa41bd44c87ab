package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Sessions;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Everybody's password is {@value #PASSWORD}; the part before the @ is the role. */
public final class FakeSessions implements Sessions {
    public static final String PASSWORD = "correct-horse";
    public static final TenantId TENANT = new TenantId("nairobinet0001");
    public final Map<String, Role> people = new LinkedHashMap<>();
    public final Map<String, Caller> tokens = new HashMap<>();
    public final Set<String> slugs = new java.util.HashSet<>(Set.of("nairobi-net"));
    public boolean suspended;

    public FakeSessions() {
        for (Role r : Role.values()) people.put(r.code() + "@nairobi.net", r);
    }

    @Override
    public Session signIn(String slugOrHost, String email, String password, Origin origin) {
        if (suspended) throw new TenantSuspended();
        Role role = people.get(email);
        if (role == null || !slugs.contains(slugOrHost) || !password.equals(PASSWORD)) throw new Unauthenticated("wrong");
        return open(caller(email, role, origin), Set.of(role));
    }

    public static Caller caller(String email, Role role, Origin origin) {
        String name = switch (role) {
            case OWNER -> "Wanjiru Kamau";
            case ADMIN -> "Otieno Ouma";
            case FINANCE -> "Faith Mutua";
            case SUPPORT -> "Baraka Hassan";
            case TECHNICIAN -> "Juma Ali";
            default -> "Rita Omondi";
        };
        return new Caller(TENANT, Caller.Kind.STAFF, email, name, role.permissions(), origin);
    }

    public Session open(Caller caller, Set<Role> roles) {
        String token = "t" + tokens.size();
        tokens.put(token, caller);
        return new Session(token, Instant.now().plusSeconds(3600), roles, caller);
    }

    @Override
    public Caller authenticate(String bearer, Origin origin) {
        if (suspended) throw new TenantSuspended();
        Caller c = tokens.get(bearer);
        if (c == null) throw new Unauthenticated("over");
        return c;
    }

    @Override
    public void signOut(String token) {
        tokens.remove(token);
    }
}
