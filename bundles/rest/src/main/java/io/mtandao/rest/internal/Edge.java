package io.mtandao.rest.internal;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.rest.internal.edge.Bodies;
import io.mtandao.rest.internal.edge.Door;
import io.mtandao.rest.internal.edge.Given;
import io.mtandao.rest.internal.edge.HungUp;
import io.mtandao.rest.internal.edge.Json;
import io.mtandao.rest.internal.edge.Peers;
import io.mtandao.rest.internal.edge.Problems;
import io.mtandao.rest.internal.edge.Replies;
import io.mtandao.rest.internal.idempotency.IdempotencyKeys;
import io.mtandao.rest.internal.idempotency.IdempotencyStore;
import io.mtandao.rest.internal.v1.ImportDraft;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What stands around every resource: the door, JSON, problems, replies, idempotency. */
@Component(service = Edge.class)
public final class Edge {
    private final Sessions sessions;
    private final Operators operators;
    private final Peers peers;
    private final IdempotencyStore store;

    @Activate
    public Edge(@Reference Sessions sessions, @Reference Operators operators, @Reference Peers peers, @Reference IdempotencyStore store) {
        this.sessions = sessions;
        this.operators = operators;
        this.peers = peers;
        this.store = store;
    }

    /** New ones for each servlet: CXF injects its contexts into them. */
    List<Object> providers() {
        List<Object> providers = new ArrayList<>(List.of(new Door(sessions, operators, peers), new IdempotencyKeys(store), new Bodies(), new Replies(), new HungUp(), new Problems(),
            new Problems.OfJaxRs(), new JacksonJsonProvider(Json.mapper()), new ImportDraft.FromCsv()));
        providers.addAll(Given.providers());
        return providers;
    }
}
