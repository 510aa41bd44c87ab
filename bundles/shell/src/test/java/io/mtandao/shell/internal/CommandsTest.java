package io.mtandao.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Ledger.Proof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedAction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;

/** What somebody at the console reads. */
class CommandsTest {
    private static final Instant AT = Instant.parse("2026-11-22T07:15:30Z");
    private final Desk desk = new Desk("savanna", "bravo", "coast");

    /** bravo's ledger is as given, all others are whole. */
    private VerifyLedgers verify(String isp, Proof ofBravo) {
        VerifyLedgers command = new VerifyLedgers();
        command.console = desk;
        command.session = desk.session();
        command.ledger = Desk.answering(Ledger.class, (method, args) -> {
            assertThat(method).isEqualTo("prove");
            Caller caller = (Caller) args[0];
            assertThat(caller.permissions()).containsExactly(Permission.PAYMENTS_READ);
            return caller.tenant().value().equals("bravo-id") ? ofBravo : new Proof(true, 1200, null, 2400, "ab".repeat(32), AT);
        });
        if (isp != null) command.isp = isp;
        return command;
    }

    @Test
    void theLedgersOfAllIspsAreProvedWhenNoneIsNamed() throws Exception {
        verify(null, new Proof(true, 0, null, 0, null, AT)).execute();
        assertThat(desk.lines().get(0)).containsSubsequence("ISP", "Ledger", "Transactions", "Entries", "Head", "First fault");
        assertThat(desk.lines()).anySatisfy(l -> assertThat(l).containsSubsequence("savanna", "whole", "1200", "2400", "abababababababab"))
            .anySatisfy(l -> assertThat(l).containsSubsequence("bravo", "whole", "0")).anySatisfy(l -> assertThat(l).contains("coast"));
        assertThat(desk.lines()).endsWith("All 3 ledgers are whole.");
        assertThat(desk.told).startsWith("karaf: mtandao:ledger-verify all").contains("karaf: mtandao:ledger-verify all -> bravo");
    }

    @Test
    void oneThatIsNotWholeIsShownWithItsFaultAndTheCommandFails() {
        assertThatThrownBy(() -> verify("all", new Proof(false, 7, "link 3 of the chain is missing", 4, "cd".repeat(32), AT)).execute()).isInstanceOf(CommandException.class)
            .hasMessage("1 of 3 ledgers not whole");
        assertThat(desk.lines()).anySatisfy(l -> assertThat(l).containsSubsequence("bravo", "NOT WHOLE", "7", "link 3 of the chain is missing"));
        assertThat(desk.lines()).noneMatch(l -> l.contains("are whole"));
    }

    @Test
    void oneIspIsProvedByItsSlug() throws Exception {
        verify("savanna", null).execute();
        assertThat(desk.lines()).endsWith("The ledger of savanna is whole.").noneMatch(l -> l.contains("bravo"));
        assertThat(desk.told).containsExactly("karaf: mtandao:ledger-verify savanna -> savanna");
    }

    @Test
    void anUnknownSlugIsSaidToBeOne() {
        assertThatThrownBy(() -> verify("nobody", null).execute()).isInstanceOf(CommandException.class)
            .hasMessage("There is no ISP with the slug 'nobody'; mtandao:isps lists them");
        assertThatThrownBy(() -> billRuns("nobody", 20).execute()).isInstanceOf(CommandException.class).hasMessageContaining("'nobody'");
        assertThat(desk.told).isEmpty();
    }

    private ListBillRuns billRuns(String isp, int limit) {
        ListBillRuns command = new ListBillRuns();
        command.console = desk;
        command.session = desk.session();
        command.runs = Desk.answering(BillRuns.class, (method, args) -> {
            assertThat(method).isEqualTo("list");
            assertThat(((Caller) args[0]).permissions()).containsExactly(Permission.BILLS_READ);
            assertThat(((ListQuery) args[1]).limit()).isEqualTo(limit);
            Money total = Money.of(24_000_000, "KES");
            return new Page<>(List.of(new BillRun(12, 3, BillRun.State.RUNNING, AT, "owner", AT, null, 130, 120, 90, 4, 1, total)), null);
        });
        command.isp = isp;
        command.limit = limit;
        return command;
    }

    @Test
    void theRunsOfAnIspAreListed() throws Exception {
        billRuns("savanna", 5).execute();
        assertThat(desk.lines()).anySatisfy(l -> assertThat(l).containsSubsequence("12", "running", "2026-11-22 07:15", "owner", "130", "120", "90", "4", "1", "KES 240,000.00"));
        assertThat(desk.lines()).endsWith("1 run of savanna, newest first.");
        assertThat(desk.told).containsExactly("karaf: mtandao:bill-runs savanna -> savanna");
        assertThatThrownBy(() -> billRuns("savanna", 501).execute()).isInstanceOf(Invalid.class);
    }

    @Test
    void theIspsAreListed() {
        ListIsps command = new ListIsps();
        command.console = desk;
        command.session = desk.session();
        command.execute();
        assertThat(desk.lines()).anySatisfy(l -> assertThat(l).containsSubsequence("coast", "Net of coast", "active", "2", "200", "2026-11-22 07:15"));
        assertThat(desk.lines()).endsWith("3 ISPs, 0 suspended.");
    }

    @Test
    void whoSignedInIsNamedWhateverTheSessionSays() {
        Subject signedIn = new Subject(true, Set.of(new UserPrincipal("olga")), Set.of(), Set.of());
        assertThat(asPrivileged(signedIn)).isEqualTo("olga");
        assertThat(ConsoleUser.of(desk.session())).isEqualTo("karaf");
    }

    @SuppressWarnings("removal")
    private String asPrivileged(Subject who) {
        return Subject.doAs(who, (PrivilegedAction<String>) () -> ConsoleUser.of(desk.session()));
    }

    /** As Karaf's own is named. */
    private record UserPrincipal(String name) implements java.security.Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    @Test
    void karafFindsEveryCommand() throws Exception {
        for (Class<?> c : List.of(VerifyLedgers.class, ListBillRuns.class, ListIsps.class)) {
            assertThat(c.getAnnotation(Service.class)).isNotNull();
            assertThat(c.getAnnotation(Command.class).scope()).isEqualTo("mtandao");
            assertThat(Files.readString(Path.of("bnd.bnd"))).contains("Karaf-Commands: " + c.getPackageName() + "\n");
        }
    }
}
