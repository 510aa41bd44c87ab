package io.mtandao.itest;

import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.Test;

/** On Derby, which begins with the database that the build made of these very changelogs. */
public class SmokeIT extends SmokeTests {
    @Test
    public void noChangelogIsLeftToBeRun() throws Exception {
        DataSource database = context.getService(context.getServiceReferences(DataSource.class, "(osgi.jndi.service.name=raw)").iterator().next());
        try (Connection c = database.getConnection(); Statement s = c.createStatement(); ResultSet r = s.executeQuery("select max(dateexecuted) from databasechangelog")) {
            assertTrue(r.next());
            assertTrue("changelogs were run by this start", r.getTimestamp(1).getTime() < ManagementFactory.getRuntimeMXBean().getStartTime());
        }
    }
}
