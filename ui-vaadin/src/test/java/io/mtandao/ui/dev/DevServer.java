package io.mtandao.ui.dev;

import io.mtandao.ui.boot.UiServlet;
import io.mtandao.ui.fake.World;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** The UI over fakes, for looking at it: {@code http://127.0.0.1:8899/ui/}. First argument: port; second: "empty" for an ISP that has just registered. */
public final class DevServer {
    private DevServer() {}

    public static void main(String[] args) throws Exception {
        World world = args.length > 1 && args[1].equals("empty") ? World.empty() : World.varied();
        if (args.length > 1 && args[1].equals("first")) world.fakeOperators.first = true;
        Server server = start(args.length > 0 ? Integer.parseInt(args[0]) : 8899, world);
        System.out.println("ready: http://127.0.0.1:" + server.getURI().getPort() + "/ui/  (nairobi-net, owner@nairobi.net, correct-horse)");
        server.join();
    }

    public static Server start(int port, World world) throws Exception {
        Server server = new Server(port);
        ServletContextHandler context = new ServletContextHandler("/ui", ServletContextHandler.SESSIONS);
        context.setBaseResource(ResourceFactory.of(context).newResource(Path.of("target/classes/META-INF/VAADIN/webapp")));
        context.setClassLoader(DevServer.class.getClassLoader());
        ServletHolder holder = new ServletHolder(new LooseUiServlet(world));
        holder.setAsyncSupported(true);
        holder.setInitParameter("productionMode", "true");
        holder.setInitParameter("closeIdleSessions", "true");
        holder.setInitParameter("org.atmosphere.cpr.AtmosphereInterceptor.disable", "org.atmosphere.interceptor.OnDisconnectInterceptor");
        holder.setInitParameter("org.atmosphere.cpr.asyncSupport", "org.atmosphere.container.Servlet30CometSupport");
        context.addServlet(holder, "/*");
        server.setHandler(context);
        server.start();
        return server;
    }

    /** Finds the classes in the directory they were compiled to, not in a bundle. */
    private static final class LooseUiServlet extends UiServlet {
        private static final long serialVersionUID = 1;

        LooseUiServlet(World world) {
            super(world.services());
        }

        @Override
        protected boolean running() {
            return true;
        }

        @Override
        protected Set<Class<?>> ownClasses() throws ServletException {
            Path root = Path.of("target/classes");
            try (Stream<Path> files = Files.walk(root.resolve("io/mtandao/ui"))) {
                Set<Class<?>> out = new HashSet<>();
                for (Path f : files.filter(p -> p.toString().endsWith(".class")).toList()) {
                    String name = root.relativize(f).toString().replace('/', '.');
                    out.add(Class.forName(name.substring(0, name.length() - 6)));
                }
                return out;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ClassNotFoundException e) {
                throw new ServletException(e);
            }
        }
    }
}
