package io.mtandao.shell.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.api.tenant.Operators.State;
import io.mtandao.api.tenant.PlatformConsole;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;

/** A console with somebody at it, and the ISPs behind it in pages of two. */
final class Desk implements PlatformConsole {
    final List<Isp> isps = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    Desk(String... slugs) {
        for (String slug : slugs) isps.add(new Isp(new TenantId(slug + "-id"), "Net of " + slug, slug, State.ACTIVE, 2, 200, Instant.parse("2026-11-22T07:15:30Z")));
    }

    Session session() {
        return answering(Session.class, (method, args) -> switch (method) {
            case "getConsole" -> out;
            case "get" -> args[0].equals("USER") ? "karaf" : null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    interface Answer {
        Object to(String method, Object[] args);
    }

    static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(Desk.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer.to(method.getName(), args)));
    }

    List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList();
    }

    @Override
    public Page<Isp> isps(String user, String act, ListQuery query) {
        told.add(user + ": " + act);
        int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor()), to = Math.min(from + 2, isps.size());
        return new Page<>(isps.subList(from, to), to < isps.size() ? "" + to : null);
    }

    @Override
    public Caller enter(String user, String act, String slug, Set<Permission> rights) {
        Isp isp = isps.stream().filter(i -> i.slug().equals(slug)).findFirst().orElseThrow(() -> new NotFound("ISP"));
        told.add(user + ": " + act + " -> " + slug);
        return new Caller(isp.id(), Caller.Kind.OPERATOR, "console", user, rights, Origin.LOCAL);
    }
}
