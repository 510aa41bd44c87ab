package io.mtandao.persistence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.resource.ResourceAccessor;

/**
 * Which changelogs the tables were last brought up to, kept beside them. A start that finds its own there need not ask Liquibase, which takes
 * seconds to say that there is nothing to do.
 */
final class SchemaMark {
    private static final String TABLE = "platform_schema";
    private static final Pattern NAMED = Pattern.compile("\\b(?:file|path)=\"(db/[^\"]+)\"");
    private final Connection connection;
    private final String digest;

    /** @param changelog the first of the changelogs; those that it names count as well, also further down */
    SchemaMark(Connection connection, ResourceAccessor resources, String changelog) throws IOException {
        this.connection = connection;
        this.digest = digest(resources, changelog);
    }

    boolean isSet() throws SQLException {
        if (!tableExists()) return false;
        try (Statement s = connection.createStatement(); ResultSet r = s.executeQuery("select digest from " + TABLE)) {
            return r.next() && r.getString(1).equals(digest);
        }
    }

    /** While they are being changed, the tables are like no changelog. */
    void clear() throws SQLException {
        if (!tableExists()) return;
        try (Statement s = connection.createStatement()) {
            s.executeUpdate("delete from " + TABLE);
        }
        commit();
    }

    void set() throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("insert into " + TABLE + " (digest) values (?)")) {
            s.setString(1, digest);
            s.executeUpdate();
        }
        commit();
    }

    private void commit() throws SQLException {
        if (!connection.getAutoCommit()) connection.commit();
    }

    private boolean tableExists() throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String name = data.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        try (ResultSet r = data.getTables(null, connection.getSchema(), name, null)) {
            return r.next();
        }
    }

    private static String digest(ResourceAccessor resources, String changelog) throws IOException {
        MessageDigest sha = sha256();
        Deque<String> open = new ArrayDeque<>(List.of(changelog));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String path = open.poll();
            byte[] text;
            try (InputStream in = resources.getExisting(path).openInputStream()) {
                text = in.readAllBytes();
            }
            sha.update(path.getBytes(StandardCharsets.UTF_8));
            sha.update(text);
            if (!path.endsWith(".xml")) continue;
            Matcher named = NAMED.matcher(new String(text, StandardCharsets.UTF_8));
            while (named.find()) if (seen.add(named.group(1))) open.add(named.group(1));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
