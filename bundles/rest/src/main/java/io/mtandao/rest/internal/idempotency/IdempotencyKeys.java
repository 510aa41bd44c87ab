package io.mtandao.rest.internal.idempotency;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.rest.internal.edge.Given;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The header Idempotency-Key on every POST of an ISP's caller that makes something. Runs after the door, so the caller is known. */
@Provider
@Priority(Priorities.USER)
public final class IdempotencyKeys implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    public static final String HEADER = "Idempotency-Key";
    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);
    private static final String PENDING = IdempotencyKeys.class.getName();
    private static final String[] KEPT_HEADERS = {"Content-Type", "Location", "ETag"};
    private final IdempotencyStore store;

    @Context
    private ResourceInfo target;

    public IdempotencyKeys(IdempotencyStore store) {
        this.store = store;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        Operation operation = target.getResourceMethod().getAnnotation(Operation.class);
        Caller caller = Given.of(Caller.class);
        if (key == null || caller == null || !request.getMethod().equals("POST") || !operation.makes()) return;
        if (!key.matches("[\\x21-\\x7e]{1,200}")) throw Invalid.field(HEADER, "1 to 200 visible characters");
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        Pending pending = new Pending(caller, key);
        IdempotencyStore.Begun begun = store.begin(caller.tenant(), pending.who(), key, fingerprint(request, body));
        switch (begun.outcome()) {
            case FRESH -> request.setProperty(PENDING, pending);
            case REPLAY -> request.abortWith(replay(begun.kept(), operation));
            case DIFFERENT -> throw new Refusal(409, "conflict", HEADER, "was used for another request");
            case UNFINISHED -> throw new Refusal(409, "conflict", HEADER, "that request has begun and its end is not known; look whether it was done before you send it with a new key");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(PENDING) instanceof Pending p)) return;
        int status = response.getStatus();
        // after a fault of ours nobody knows whether it was done: the key stays used
        if (status >= 400 && status != 500) {
            request.removeProperty(PENDING);
            store.release(p.caller.tenant(), p.who(), p.key);
        } else if (status < 400) {
            p.keep(response, target.getResourceMethod().getAnnotation(Operation.class).shownOnce());
            if (!response.hasEntity()) finish(p, new byte[0]);
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(PENDING) instanceof Pending p) || p.status == 0) {
            context.proceed();
            return;
        }
        OutputStream out = context.getOutputStream();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        context.setOutputStream(copy);
        context.proceed();
        context.setOutputStream(out);
        finish(p, p.shownOnce ? new byte[0] : copy.toByteArray());
        copy.writeTo(out);
    }

    /** The thing is made: whatever happens to the note about it, the caller gets the answer. */
    private void finish(Pending p, byte[] body) {
        try {
            store.finish(p.caller.tenant(), p.who(), p.key, new IdempotencyStore.Kept(p.status, p.headers, body));
        } catch (RuntimeException e) {
            LOG.warn("answer to an Idempotency-Key of tenant {} not kept: a repetition will be told that its end is not known", p.caller.tenant(), e);
        }
    }

    private static Response replay(IdempotencyStore.Kept kept, Operation operation) {
        if (operation.shownOnce()) throw new Refusal(409, "conflict", HEADER, "that was done; its answer is shown only once");
        Response.ResponseBuilder answer = Response.status(kept.status()).header("Idempotency-Replayed", "true");
        kept.headers().forEach(answer::header);
        return (kept.body().length == 0 ? answer : answer.entity(kept.body())).build();
    }

    private static String fingerprint(ContainerRequestContext request, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((request.getUriInfo().getPath() + "?" + request.getUriInfo().getRequestUri().getRawQuery() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Pending {
        private final Caller caller;
        private final String key;
        private final Map<String, String> headers = new TreeMap<>();
        private int status;
        private boolean shownOnce;

        Pending(Caller caller, String key) {
            this.caller = caller;
            this.key = key;
        }

        String who() {
            return caller.kind() + "/" + caller.id();
        }

        void keep(ContainerResponseContext response, boolean shownOnce) {
            status = response.getStatus();
            this.shownOnce = shownOnce;
            for (String h : KEPT_HEADERS) if (response.getHeaderString(h) != null) headers.put(h, response.getHeaderString(h));
        }
    }
}
