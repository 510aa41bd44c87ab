package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Forbidden;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.SubscriberImports.Result;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static String exported(Isp isp, ListQuery query) throws IOException {
        StringWriter out = new StringWriter();
        isp.subscribers.exportCsv(isp.owner, query, out);
        return out.toString();
    }

    private static Request csv(String text) {
        return new Request(text.getBytes(StandardCharsets.UTF_8), null, null, false, null, true);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void formulasAreDisarmedAndPasswordsStayAtHome(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber evil = isp.subscribers.create(isp.owner, new Draft("=HYPERLINK(\"http://x\",\"y\")", "0712345678", null, "MT-1", "@home",
            "-1+1 \"quoted\"\nsecond line"));
        isp.takes(evil, isp.sells("Home 10M", 2000), "2026-12-22T20:59:59Z");
        isp.ledger.adjust(isp.owner, evil.id(), isp.money(-500), "fee");
        assertThat(exported(isp, ListQuery.first(1)))
            .isEqualTo("\uFEFFName,Phone,E-mail,Account,Location,Package,Price,PPPoE user,Expiry,Wallet balance,Notes,State,Building,Unit,Zone,Tags\r\n"
            + "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",'+254712345678,,MT-1,'@home,Home 10M,2000.00,mt1,2026-12-22 23:59:59,-500.00,\"'-1+1 \"\"quoted\"\"\nsecond line\",active,,,,\r\n");
        assertThat(isp.imports.run(isp.owner, csv(exported(isp, ListQuery.first(1))), Mode.ALL_OR_NOTHING).same()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatGoesOutComesInAgainTheSameHereAndElsewhere(Kind kind) throws Exception {
        Isp isp = Isp.on(kind), elsewhere = Isp.on(kind);
        try (InputStream in = ExportTest.class.getResourceAsStream("/subscribers.csv")) {
            isp.imports.run(isp.owner, new Request(in.readAllBytes(), null, null, false, null, true), Mode.GOOD_LINES);
        }
        String file = exported(isp, new ListQuery(null, null, "accountNumber", 1, null));
        assertThat(file.lines().count()).isEqualTo(961);
        assertThat(isp.imports.run(isp.owner, csv(file), Mode.ALL_OR_NOTHING)).extracting(Result::same, Result::changed, Result::created)
            .containsExactly(960, 0, 0);
        assertThat(elsewhere.imports.run(elsewhere.owner, csv(file), Mode.ALL_OR_NOTHING).created()).isEqualTo(960);
        assertThat(exported(elsewhere, new ListQuery(null, null, "accountNumber", 1, null))).isEqualTo(file);
        assertThat(elsewhere.figures.counts(elsewhere.owner)).isEqualTo(isp.figures.counts(isp.owner));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theListThatIsSeenIsTheFileThatIsGot(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        isp.joins("Grace");
        isp.joins("Kamau");
        assertThat(exported(isp, new ListQuery("grace", null, null, 50, null)).lines()).hasSize(2).last().asString().startsWith("Grace,");
        assertThat(exported(isp, ListQuery.where("debt", "true")).lines()).hasSize(1);
        assertThatThrownBy(() -> isp.subscribers.exportCsv(isp.with(Permission.SUBSCRIPTIONS_READ), ListQuery.first(1), new StringWriter()))
            .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aReaderThatGoesAwayEndsTheExport(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.joins("Grace");
        Writer gone = new Writer() {
            @Override
            public void write(char[] chars, int off, int len) throws IOException {
                throw new IOException("gone");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> isp.subscribers.exportCsv(isp.owner, ListQuery.first(1), gone)).isInstanceOf(IOException.class)
            .hasMessage("gone");
    }
}
