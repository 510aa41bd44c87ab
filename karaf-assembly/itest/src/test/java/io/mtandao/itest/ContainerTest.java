package io.mtandao.itest;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/**
 * A test inside the distribution just built: one start per class, on free ports, so few classes with many tests. The tests run in Karaf and reach
 * its services by {@code @Inject}. Derby by default; a class overrides {@link #database()} to run on PostgreSQL.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class ContainerTest {
    private static final String KARAF = "4.4.10";
    private static final long PATIENCE_MILLIS = 120_000;

    @Inject
    protected BundleContext context;

    @Configuration
    public final Option[] distribution() throws IOException {
        return options(
                karafDistributionConfiguration().frameworkUrl(new File(System.getProperty("distribution")).toURI().toString())
                        .karafVersion(KARAF).name("mtandao").unpackDirectory(new File("target/exam")).useDeployFolder(false),
                configureSecurity().disableKarafMBeanServerBuilder(),
                configureConsole().ignoreLocalConsole(),
                keepRuntimeFolder(),
                // all of them, or a slow migration hangs the probe
                systemTimeout(180_000L),
                systemProperty("org.ops4j.pax.exam.raw.extender.intern.Parser.DEFAULT_TIMEOUT").value(Long.toString(PATIENCE_MILLIS)),
                systemProperty("pax.exam.service.timeout").value(Long.toString(PATIENCE_MILLIS)),
                freePorts(), jvm(), database(),
                // the probe's own bundles come from there
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("org.ops4j.pax.url.mvn.localRepository", "")));
    }

    /** Where the data lies. Runs before Karaf starts. */
    protected Option database() throws IOException {
        return composite();
    }

    protected static Option postgres() throws IOException {
        return replaceConfigurationFile("etc/io.mtandao.database.cfg", TestPostgres.freshDatabase());
    }

    /** What the platform under test answers at {@code path}. */
    protected static URI http(String path) {
        return URI.create("http://127.0.0.1:" + System.getProperty("mtandao.http.port") + path);
    }

    /** Waits until something that Karaf does in its own time is so. */
    protected static boolean eventually(BooleanSupplier holds) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS / 2;
        while (!holds.getAsBoolean() && System.currentTimeMillis() < end) Thread.sleep(100);
        return holds.getAsBoolean();
    }

    private static Option freePorts() throws IOException {
        try (ServerSocket http = free(); ServerSocket ssh = free(); ServerSocket registry = free(); ServerSocket rmi = free()) {
            return composite(
                    port("org.ops4j.pax.web", "org.osgi.service.http.port", http),
                    port("org.apache.karaf.shell", "sshPort", ssh),
                    port("org.apache.karaf.management", "rmiRegistryPort", registry),
                    port("org.apache.karaf.management", "rmiServerPort", rmi),
                    systemProperty("mtandao.http.port").value(Integer.toString(http.getLocalPort())));
        }
    }

    /** Below the ports that the system gives to outgoing connections: one of them could take it before Karaf has started. */
    private static ServerSocket free() throws IOException {
        while (true) {
            try {
                return new ServerSocket(ThreadLocalRandom.current().nextInt(15_000, 32_000));
            } catch (BindException taken) {
                // the next
            }
        }
    }

    private static Option port(String pid, String key, ServerSocket free) {
        return editConfigurationFilePut("etc/" + pid + ".cfg", key, Integer.toString(free.getLocalPort()));
    }

    /** What bin/karaf and bin/setenv give to the JVM, save that a short run wants no optimising compiler. */
    private static Option jvm() {
        return vmOptions("-Duser.timezone=UTC", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djava.security.manager=allow",
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module", "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + KARAF + ".jar",
                "--patch-module", "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + KARAF + ".jar",
                "--add-opens", "java.base/java.security=ALL-UNNAMED",
                "--add-opens", "java.base/java.net=ALL-UNNAMED",
                "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                "--add-opens", "java.base/java.util=ALL-UNNAMED",
                "--add-opens", "java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens", "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                "--add-exports=jdk.xml.dom/org.w3c.dom.html=ALL-UNNAMED",
                "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
                "--add-exports=java.security.sasl/com.sun.security.sasl=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");
    }
}
