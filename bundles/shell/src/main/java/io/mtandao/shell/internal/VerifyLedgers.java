package io.mtandao.shell.internal;

import io.mtandao.api.Permission;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Ledger.Proof;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.api.tenant.PlatformConsole;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;

@Command(scope = "mtandao", name = "ledger-verify", description = "Proves the ledger of one ISP or of all: sums, balances and the chain of hashes")
@Service
public final class VerifyLedgers implements Action {
    private static final String ALL = "all";

    @Argument(name = "isp", description = "the ISP's short name (slug), or 'all'")
    String isp = ALL;

    @Reference
    PlatformConsole console;

    @Reference
    Ledger ledger;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        String act = "mtandao:ledger-verify " + isp, user = ConsoleUser.of(session);
        List<String> slugs = isp.equals(ALL) ? Isps.all(console, user, act).stream().map(Isp::slug).toList() : List.of(isp);
        ShellTable table = new ShellTable();
        for (String column : List.of("ISP", "Ledger", "Transactions", "Entries", "Head", "First fault")) table.column(column);
        int broken = 0;
        for (String slug : slugs) {
            Proof proof = ledger.prove(OneIsp.entered(console, user, act, slug, Set.of(Permission.PAYMENTS_READ)));
            if (!proof.whole()) broken++;
            String head = proof.head() == null ? "" : proof.head().substring(0, 16);
            table.addRow().addContent(slug, proof.whole() ? "whole" : "NOT WHOLE", proof.transactions(), proof.entries(), head, proof.firstFault() == null ? "" : proof.firstFault());
        }
        table.print(session.getConsole());
        if (broken > 0) throw new CommandException(broken + " of " + slugs.size() + " ledgers not whole");
        session.getConsole().println(slugs.size() == 1 ? "The ledger of " + slugs.get(0) + " is whole." : "All " + slugs.size() + " ledgers are whole.");
        return null;
    }
}
