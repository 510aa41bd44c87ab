package io.mtandao.scheduling.internal;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** The library's stock customisation shares one Calendar between threads, which Derby's driver changes: wrong times. A calendar of its own for each call. */
final class DerbyDialect extends DefaultJdbcCustomization {
    DerbyDialect() {
        super(true);
    }

    private static Calendar utc() {
        return new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    }

    @Override
    public void setInstant(PreparedStatement p, int index, Instant value) throws SQLException {
        if (value == null) p.setTimestamp(index, null);
        else p.setTimestamp(index, Timestamp.from(value), utc());
    }

    @Override
    public Instant getInstant(ResultSet rs, String column) throws SQLException {
        Timestamp t = rs.getTimestamp(column, utc());
        return t == null ? null : t.toInstant();
    }

    @Override
    public String getName() {
        return "Derby";
    }
}
