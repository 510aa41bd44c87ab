package io.mtandao.tenant.internal.operator;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Sessions.Session;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.IspRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operator's service: who they are at {@link OperatorDoor}, what they do to ISPs at {@link IspControl}. */
@Component
public final class JpaOperators implements Operators {
    private final TenantTx tx;
    private final FirstStart firstStart;
    private final OperatorDoor door;
    private final OperatorSessions sessions;
    private final IspControl control;
    private final Sizes sizes;

    @Activate
    public JpaOperators(@Reference TenantTx tx, @Reference FirstStart firstStart, @Reference OperatorDoor door, @Reference OperatorSessions sessions,
            @Reference IspControl control, @Reference Sizes sizes) {
        this.tx = tx;
        this.firstStart = firstStart;
        this.door = door;
        this.sessions = sessions;
        this.control = control;
        this.sizes = sizes;
    }

    @Override
    public boolean firstStart() {
        return firstStart.pending();
    }

    @Override
    public void createFirst(String oneTimeToken, String fullName, String email, String password, Origin origin) {
        door.createFirst(oneTimeToken, fullName, email, password, origin);
    }

    @Override
    public OperatorSession signIn(String email, String password, Origin origin) {
        return door.signIn(email, password, origin);
    }

    @Override
    public Operator authenticate(String token, Origin origin) {
        return sessions.authenticate(token, origin);
    }

    @Override
    public void signOut(String token) {
        sessions.end(token);
    }

    @Override
    public Page<Operators.Isp> isps(Operator operator, ListQuery query) {
        Page<IspRow> page = tx.platform("list of ISPs", em -> {
            OperatorSessions.active(em, operator.id());
            return IspList.page(em, query);
        });
        // the sizes come one tenant at a time, each through its own door
        return page.map(sizes::isp);
    }

    @Override
    public void suspend(Operator operator, TenantId tenant, String reason) {
        control.suspend(operator, tenant, reason);
    }

    @Override
    public void reactivate(Operator operator, TenantId tenant) {
        control.reactivate(operator, tenant);
    }

    @Override
    public Session impersonate(Operator operator, TenantId tenant, int minutes, String reason) {
        return control.impersonate(operator, tenant, minutes, reason);
    }
}
