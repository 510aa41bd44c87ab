package io.mtandao.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From one configuration file to a ready database: makes the pools, migrates as the owner, and only then publishes the two data sources: {@code app}
 * (for the persistence unit) and {@code raw} (for the scheduler and the health check). While the database is away it tries again every few seconds.
 */
@Component(configurationPid = "io.mtandao.database", configurationPolicy = ConfigurationPolicy.REQUIRE, service = Database.class, immediate = true)
@Designate(ocd = DatabaseSettings.class)
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String CHANGELOG = "db/mtandao.xml";
    private static final Duration LONGEST_MIGRATION = Duration.ofMinutes(5);

    private final BundleContext context;
    private final DatabaseSettings settings;
    private final DataSourceFactory drivers;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread opener;
    private HikariDataSource pool;
    private ServiceRegistration<DataSource> app;
    private ServiceRegistration<DataSource> raw;

    @Activate
    public Database(BundleContext context, DatabaseSettings settings,
            @Reference(target = "(osgi.jdbc.driver.class=org.apache.derby.jdbc.EmbeddedDriver)") DataSourceFactory derby,
            @Reference(target = "(osgi.jdbc.driver.class=org.postgresql.Driver)") DataSourceFactory postgres) {
        if (TimeZone.getDefault().getRawOffset() != 0 || TimeZone.getDefault().useDaylightTime())
            throw new IllegalStateException("the JVM must run with -Duser.timezone=UTC: instants are kept as timestamps in UTC");
        this.context = context;
        this.settings = settings;
        this.drivers = settings.kind() == DatabaseSettings.Kind.derby ? derby : postgres;
        this.opener = new Thread(this::openUntilItWorks, "mtandao-database");
        opener.start();
    }

    private void openUntilItWorks() {
        while (stop.getCount() > 0) {
            try {
                open();
                return;
            } catch (Exception e) {
                LOG.error("The database cannot be opened or migrated; trying again in 5 s. See etc/io.mtandao.database.cfg", e);
                try {
                    if (stop.await(5, TimeUnit.SECONDS)) return;
                } catch (InterruptedException i) {
                    return;
                }
            }
        }
    }

    private void open() throws Exception {
        boolean postgres = settings.kind() == DatabaseSettings.Kind.postgresql;
        long began = System.nanoTime();
        BundleResources resources = new BundleResources(context);
        if (!postgres) ReadyMade.unpack(resources, Path.of(settings.derbyDirectory()));
        try (HikariDataSource owner = pool("owner", settings.ownerUser(), settings.ownerPassword(), 2)) {
            new Migration(owner, resources).run(CHANGELOG, settings.appUser());
        }
        HikariDataSource made = pool("app", settings.appUser(), settings.appPassword(), settings.poolSize());
        synchronized (this) {
            if (stop.getCount() == 0) {
                made.close();
                return;
            }
            pool = made;
            raw = publish("raw", made);
            app = publish("app", new TenantDataSource(made, postgres));
        }
        LOG.info("Database {} is ready ({} ms)", settings.kind(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private HikariDataSource pool(String name, String user, String password, int size) throws SQLException {
        HikariConfig config = new HikariConfig();
        Properties p = new Properties();
        if (settings.kind() == DatabaseSettings.Kind.derby) {
            p.put("databaseName", settings.derbyDirectory());
            p.put("createDatabase", "create");
        } else {
            p.put(DataSourceFactory.JDBC_URL, settings.url());
            p.put(DataSourceFactory.JDBC_USER, user);
            p.put(DataSourceFactory.JDBC_PASSWORD, password);
        }
        config.setDataSource(drivers.createDataSource(p));
        config.setPoolName("mtandao-" + name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 2));
        config.setConnectionTimeout(30_000);
        return new HikariDataSource(config);
    }

    private ServiceRegistration<DataSource> publish(String name, DataSource source) {
        return context.registerService(DataSource.class, source, new Hashtable<>(Map.of("osgi.jndi.service.name", name)));
    }

    @Deactivate
    void close() throws InterruptedException {
        stop.countDown();
        // a migration that is running is let through: a database that is closed under it would have to be put right by the next start
        opener.join(LONGEST_MIGRATION.toMillis());
        synchronized (this) {
            if (app != null) app.unregister();
            if (raw != null) raw.unregister();
            if (pool != null) pool.close();
        }
        // Derby keeps its database open until it is told to stop; the next start would then have to recover
        if (settings.kind() == DatabaseSettings.Kind.derby) shutDownDerby();
    }

    private void shutDownDerby() {
        try {
            Properties p = new Properties();
            p.put("databaseName", settings.derbyDirectory());
            p.put("shutdownDatabase", "shutdown");
            drivers.createDataSource(p).getConnection().close();
        } catch (SQLException e) {
            // 08006 is how Derby says that it did
            if (!"08006".equals(e.getSQLState())) LOG.warn("Derby did not stop cleanly: {}", e.getMessage());
        }
    }
}
