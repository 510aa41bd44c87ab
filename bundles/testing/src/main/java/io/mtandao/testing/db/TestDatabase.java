package io.mtandao.testing.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.InstantColumn;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.Series;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.persistence.TenantTx;
import io.mtandao.persistence.internal.AesSecretBox;
import io.mtandao.persistence.internal.JpaDirectory;
import io.mtandao.persistence.internal.JpaSeries;
import io.mtandao.persistence.internal.JpaTenantTx;
import io.mtandao.persistence.internal.KeyFile;
import io.mtandao.persistence.internal.Migration;
import io.mtandao.persistence.internal.TenantDataSource;
import io.mtandao.persistence.internal.entity.DirectoryEntry;
import io.mtandao.persistence.internal.entity.NumberSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * The platform's own TenantTx, Directory, Series and SecretBox over a fresh database: Derby in memory, or a real PostgreSQL with the two roles and
 * forced row-level security. Nothing is played here but the OSGi framework.
 */
public final class TestDatabase implements AutoCloseable {
    public enum Kind {
        DERBY,
        POSTGRES
    }

    private static final java.util.logging.Logger LIQUIBASE = java.util.logging.Logger.getLogger("liquibase");

    static {
        LIQUIBASE.setLevel(java.util.logging.Level.WARNING);
    }

    private final Kind kind;
    private final Path work;
    private final String derby;
    private final HikariDataSource owner;
    private final HikariDataSource app;
    private final EntityManagerFactory factory;
    private final TenantTx tx;
    private final SecretBox secrets;

    private TestDatabase(Kind kind, Clock clock, List<String> changelogs, List<Class<?>> entities) throws Exception {
        this.kind = kind;
        work = Files.createTempDirectory("mtandao-db");
        // as PostgresServer: what is measured must be sure of its commits
        derby = Boolean.getBoolean("mtandao.test.fsync") ? "directory:" + work.resolve("derby") : "memory:" + UUID.randomUUID();
        String url = kind == Kind.DERBY ? "jdbc:derby:" + derby + ";create=true" : PostgresServer.newDatabase();
        owner = pool(url, "mtandao_owner", 2);
        new Migration(owner, new Changelogs(work, changelogs)).run("mtandao-test.xml", "mtandao_app");
        app = pool(url, "mtandao_app", 12);
        List<Class<?>> all = new ArrayList<>(List.of(InstantColumn.class, TenantEntity.class, DirectoryEntry.class, NumberSeries.class));
        all.addAll(entities);
        factory = new PersistenceProvider().createContainerEntityManagerFactory(
            new UnitInfo(all, new TenantDataSource(app, kind == Kind.POSTGRES)),
            Map.of("eclipselink.session-name", "test-" + UUID.randomUUID()));
        tx = new JpaTenantTx(clock, factory);
        secrets = new AesSecretBox(new KeyFile(work.resolve("mtandao.keys")));
    }

    /**
     * @param changelogs in order, for example "db/persistence.xml", "db/billing.xml"
     * @param entities of those bundles
     */
    public static TestDatabase open(Kind kind, Clock clock, List<String> changelogs, List<Class<?>> entities) {
        try {
            return new TestDatabase(kind, clock, changelogs, entities);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** For {@code @MethodSource}: both kinds, or the one that -Dmtandao.test.db names. */
    public static Stream<Kind> kinds() {
        String only = System.getProperty("mtandao.test.db");
        return only == null ? Stream.of(Kind.values()) : Stream.of(Kind.valueOf(only));
    }

    /** Brings the tables of an earlier version up to date, as the start of a newer one does. @param changelogs as for {@link #open} */
    public void migrate(List<String> changelogs) {
        try {
            new Migration(owner, new Changelogs(work, changelogs)).run("mtandao-test.xml", "mtandao_app");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Kind kind() {
        return kind;
    }

    public TenantTx tx() {
        return tx;
    }

    public Directory directory() {
        return new JpaDirectory(tx);
    }

    public Series series() {
        return new JpaSeries(tx);
    }

    public SecretBox secrets() {
        return secrets;
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    /** The application's role without any tenant set: for the scheduler, and to prove what it cannot see. */
    public DataSource raw() {
        return app;
    }

    /** The owner of the tables. Row-level security is forced, so it too sees no tenant rows on PostgreSQL. */
    public DataSource owner() {
        return owner;
    }

    public static TenantId tenant(String name) {
        return new TenantId(name);
    }

    static HikariDataSource pool(String url, String user, int size) {
        HikariConfig c = new HikariConfig();
        c.setJdbcUrl(url);
        if (url.startsWith("jdbc:postgresql")) {
            c.setUsername(user);
            c.setPassword("test");
        }
        c.setMaximumPoolSize(size);
        c.setMinimumIdle(0);
        return new HikariDataSource(c);
    }

    @Override
    public void close() {
        factory.close();
        app.close();
        owner.close();
        // in memory it would stay until the JVM ends; in a directory it must be closed before its files are deleted
        if (kind == Kind.DERBY) endDerby("jdbc:derby:" + derby + (derby.startsWith("memory:") ? ";drop=true" : ";shutdown=true"));
        delete(work);
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void endDerby(String url) {
        try {
            DriverManager.getConnection(url).close();
        } catch (SQLException e) {
            // 08006 is how Derby says that it did
            if (!"08006".equals(e.getSQLState())) throw new IllegalStateException(e);
        }
    }

    /** The class path, and a master changelog that includes what the test named. */
    private static final class Changelogs extends ClassLoaderResourceAccessor {
        private final Path master;

        Changelogs(Path dir, List<String> changelogs) throws IOException {
            super(TestDatabase.class.getClassLoader());
            StringBuilder b = new StringBuilder("<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                + "xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.20.xsd\">");
            for (String c : changelogs) b.append("<include file=\"").append(c).append("\"/>");
            master = dir.resolve("mtandao-test.xml");
            Files.writeString(master, b.append("</databaseChangeLog>").toString(), StandardCharsets.UTF_8);
        }

        @Override
        public List<liquibase.resource.Resource> getAll(String path) throws IOException {
            if (path.endsWith("mtandao-test.xml")) return List.of(new liquibase.resource.PathResource("mtandao-test.xml", master));
            return super.getAll(path);
        }
    }
}
