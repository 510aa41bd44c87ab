package io.mtandao.testing.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {
    private static final List<String> CHANGELOGS = List.of("db/persistence.xml");
    private static final List<String> MORE = List.of("db/persistence.xml", "db/more.xml");

    /** Without that, every start would wait five minutes for a process that is no more, and then begin to wait again. */
    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMigrationThatDiedInTheMiddleIsTakenUpAgain(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase db = TestDatabase.open(kind, MovableClock.at("2026-11-28T08:00:00Z"), CHANGELOGS, List.of())) {
            lock(db);
            try (Connection c = db.owner().getConnection(); Statement s = c.createStatement()) {
                s.executeUpdate("delete from platform_schema");
            }
            db.migrate(CHANGELOGS);
            assertThat(isLocked(db)).as("nothing is left behind").isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void liquibaseIsNotAskedWhenTheChangelogsAreThoseOfTheLastTime(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase db = TestDatabase.open(kind, MovableClock.at("2026-11-28T08:00:00Z"), CHANGELOGS, List.of())) {
            lock(db);
            db.migrate(CHANGELOGS);
            assertThat(isLocked(db)).as("it would have freed the lock").isTrue();

            db.migrate(MORE);
            assertThat(isLocked(db)).isFalse();
            try (Connection c = db.owner().getConnection(); Statement s = c.createStatement(); ResultSet r = s.executeQuery("select count(*) from platform_more")) {
                assertThat(r.next()).as("a further changelog is run").isTrue();
            }
        }
    }

    private static void lock(TestDatabase db) throws SQLException {
        try (Connection c = db.owner().getConnection(); Statement s = c.createStatement()) {
            s.executeUpdate("update databasechangeloglock set locked = true, lockgranted = current_timestamp, lockedby = 'a node that is no more' where id = 1");
        }
    }

    private static boolean isLocked(TestDatabase db) throws SQLException {
        try (Connection c = db.owner().getConnection(); Statement s = c.createStatement(); ResultSet r = s.executeQuery("select locked from databasechangeloglock where id = 1")) {
            assertThat(r.next()).isTrue();
            return r.getBoolean(1);
        }
    }
}
