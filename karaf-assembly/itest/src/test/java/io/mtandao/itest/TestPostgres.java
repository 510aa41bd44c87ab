package io.mtandao.itest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL for the whole test run, and on it the two roles and one fresh database per container. */
final class TestPostgres {
    private static EmbeddedPostgres server;
    private static int databases;

    private TestPostgres() {}

    /** The file etc/io.mtandao.database.cfg for a new, empty database. */
    static synchronized File freshDatabase() throws IOException {
        String name = "mtandao" + ++databases;
        if (server == null) {
            server = EmbeddedPostgres.start();
            execute("create role mtandao_owner login password 'owner'", "create role mtandao_app login password 'app'");
        }
        execute("create database " + name + " owner mtandao_owner");
        return Files.writeString(Path.of("target", name + ".cfg"), String.join("\n",
                "kind = postgresql",
                "url = jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name + "?reWriteBatchedInserts=true",
                "ownerUser = mtandao_owner", "ownerPassword = owner",
                "appUser = mtandao_app", "appPassword = app",
                "poolSize = 10", "")).toFile();
    }

    private static void execute(String... statements) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("the test database could not be prepared", e);
        }
    }
}
