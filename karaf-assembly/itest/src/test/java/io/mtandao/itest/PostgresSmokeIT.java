package io.mtandao.itest;

import java.io.IOException;
import org.ops4j.pax.exam.Option;

/** The same on PostgreSQL, as a role that does not own the tables. */
public class PostgresSmokeIT extends SmokeTests {
    @Override
    protected Option database() throws IOException {
        return postgres();
    }
}
