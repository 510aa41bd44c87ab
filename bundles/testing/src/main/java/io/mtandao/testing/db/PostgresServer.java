package io.mtandao.testing.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL server per JVM, from Maven artifacts, with the roles mtandao_owner and mtandao_app (password of both: "test"). */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private PostgresServer() {}

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                // zonky itself turns fsync off; what is proved about commits needs it on
                boolean durable = Boolean.getBoolean("mtandao.test.fsync");
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
                if (durable) builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
                server = builder.start();
                try (Connection c = server.getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
                    s.execute("create role mtandao_owner login password 'test'");
                    s.execute("create role mtandao_app login password 'test'");
                }
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("PostgreSQL did not start", e);
            }
        }
        return server;
    }

    /** A new empty database; its JDBC address, with what the product's own address says. */
    public static String newDatabase() {
        String name = "mtandao_" + DATABASES.incrementAndGet();
        try (Connection c = server().getPostgresDatabase().getConnection(); Statement s = c.createStatement()) {
            s.execute("create database " + name + " owner mtandao_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (Connection c = server().getDatabase("postgres", name).getConnection(); Statement s = c.createStatement()) {
            s.execute("alter schema public owner to mtandao_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://127.0.0.1:" + server().getPort() + "/" + name + "?reWriteBatchedInserts=true";
    }
}
