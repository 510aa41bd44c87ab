package io.mtandao.billing.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.api.router.Routers.Secret;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final LineReader READER = new LineReader("KE", "KES", ZoneId.of("Africa/Nairobi"));
    private static final List<Target> ALL = List.of(Target.NAME, Target.PHONE, Target.EMAIL, Target.ACCOUNT, Target.PACKAGE, Target.PRICE,
        Target.PPPOE_USER, Target.PPPOE_PASSWORD, Target.EXPIRY, Target.BALANCE);

    private static ImportLine line(int number, String... cells) {
        return READER.ofSheet(new CsvSheet.Row(number, List.of(cells)), ALL);
    }

    @Test
    void aGoodLine() {
        ImportLine l = line(2, "Grace", "0712 345 678", "", "MT-1", "Home 10M", "2,000.00", "grace", "pw", "22/12/2026", "-500");
        assertThat(l.faults()).isEmpty();
        assertThat(l.accountKey()).isEqualTo("mt1");
        assertThat(l.facts().phone()).isEqualTo("+254712345678");
        assertThat(l.service()).isEqualTo(new ImportLine.Service("Home 10M", Money.of(200_000, "KES"), "grace", "pw",
            Instant.parse("2026-12-22T20:59:59Z"), null));
        assertThat(l.balance()).isEqualTo(Money.of(-50_000, "KES"));
    }

    @Test
    void allFaultsOfALineAreTold() {
        ImportLine l = line(2, "", "07123", "not-an-email", "--", "Home", "fifteen hundred", "grace", "pw", "31/02/2026", "12.345");
        assertThat(l.good()).isFalse();
        assertThat(String.join("; ", l.faults())).contains("name must be given", "phone is too short", "e-mail is not an e-mail address",
            "account needs at least one letter",
            "price 'fifteen hundred' is not an amount", "expiry '31/02/2026' is not a date that exists",
            "balance '12.345' has more decimals than KES has (2)");
    }

    @Test
    void aFormulaIsNoNameUnlessOurOwnExportDisarmedIt() {
        assertThat(line(2, "=HYPERLINK(\"http://x\",\"y\")", "", "", "MT1", "", "", "", "", "", "").faults())
            .containsExactly("name is a spreadsheet formula");
        ImportLine ours = line(2, "'=Odd Name Ltd", "'+254712345678", "", "MT1", "", "", "", "'=pw", "", "");
        assertThat(ours.faults()).isEmpty();
        assertThat(ours.facts().name()).isEqualTo("=Odd Name Ltd");
        assertThat(ours.facts().phone()).isEqualTo("+254712345678");
        assertThat(ours.service().password()).as("passwords are taken as they stand").isEqualTo("'=pw");
    }

    @Test
    void aLineNeedsSomethingToBeRecognisedBy() {
        assertThat(line(2, "Grace", "0712345678", "", "", "", "", "", "", "", "").faults()).singleElement().asString()
            .contains("an account number or a PPPoE user must be given");
        assertThat(line(2, "Grace", "", "", "", "Home", "-5", "grace", "", "", "").faults()).containsExactly("price must not be negative");
    }

    @Test
    void theLaterOfTwoThatRepeatIsBad() {
        List<ImportLine> checked = RepeatCheck.of(List.of(
            line(2, "Grace", "", "", "MT1", "Home", "", "grace", "", "", ""),
            line(3, "Kamau", "", "", "mt-1", "Home", "", "kamau", "", "", ""),
            line(4, "Brian", "", "", "MT2", "Home", "", "GRACE", "", "", ""),
            line(5, "grace", "", "", "MT 1", "Home", "", "grace-shop", "", "", ""),
            line(6, "Grace", "", "", "MT1", "", "", "", "", "", "")));
        assertThat(checked).extracting(l -> String.join("", l.faults()))
            .containsExactly("", "account mt-1 stands on line 2 already", "PPPoE user GRACE stands on line 2 already",
            "", "account MT1 stands on line 2 already");
    }

    @Test
    void secretsOfARouter() {
        List<ImportLine> lines = RouterLines.of(List.of(
            new Secret("grace", " pw ", "Home 10M", "pppoe", false, "Grace Muthoni"),
            new Secret("kamau", "pw", "DISCONNECT", "any", false, " "),
            new Secret("brian", "pw", "Home 10M", "pppoe", true, "Brian\nRuaka"),
            new Secret("vpn", "pw", "default", "l2tp", false, null),
            new Secret("hidden", null, "Home 10M", "pppoe", false, null)), READER);
        assertThat(lines.get(0).service()).isEqualTo(new ImportLine.Service("Home 10M", null, "grace", " pw ", null, true));
        assertThat(lines.get(1).facts().name()).as("no comment: the user").isEqualTo("kamau");
        assertThat(lines.get(1).service()).extracting(ImportLine.Service::pack, ImportLine.Service::allowed).containsExactly(null, false);
        assertThat(lines.get(2).facts().name()).isEqualTo("Brian Ruaka");
        assertThat(lines.get(2).service().allowed()).isFalse();
        assertThat(lines.get(3).faults()).containsExactly("it is a secret for l2tp, not for PPPoE");
        assertThat(lines.get(4).faults()).singleElement().asString().contains("show-sensitive");
    }
}
