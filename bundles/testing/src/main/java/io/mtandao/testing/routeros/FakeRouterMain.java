package io.mtandao.testing.routeros;

import java.nio.file.Files;
import java.nio.file.Path;

/** Plays a router until the process ends: {@code java -cp … io.mtandao.testing.routeros.FakeRouterMain [port tlsPort [export.rsc]]}. */
public final class FakeRouterMain {
    private FakeRouterMain() {
    }

    public static void main(String[] args) throws Exception {
        FakeRouter.Builder builder = FakeRouter.builder();
        FakeRouter router = (args.length < 2 ? builder : builder.ports(Integer.parseInt(args[0]), Integer.parseInt(args[1]))).start();
        int items = args.length < 3 ? 0 : router.load(Files.readString(Path.of(args[2])));
        System.out.printf("Router on 127.0.0.1: api %d, api-ssl %d, user mtandao, password router-password, %d items loaded%n"
                + "Certificate SHA-256 %s%n", router.port(), router.tlsPort(), items, router.fingerprint());
        Thread.currentThread().join();
    }
}
