package io.mtandao.shell.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.tenant.PlatformConsole;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;

@Command(scope = "mtandao", name = "bill-runs", description = "Lists the latest bill runs of an ISP, newest first")
@Service
public final class ListBillRuns implements Action {
    @Argument(name = "isp", description = "the ISP's short name (slug)", required = true)
    String isp;

    @Option(name = "--limit", description = "how many at most, up to 500")
    int limit = 20;

    @Reference
    PlatformConsole console;

    @Reference
    BillRuns runs;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        ListQuery query = ListQuery.first(limit);
        Caller caller = OneIsp.entered(console, ConsoleUser.of(session), "mtandao:bill-runs " + isp, isp, Set.of(Permission.BILLS_READ));
        List<BillRun> found = runs.list(caller, query).items();
        ShellTable table = new ShellTable();
        for (String column : List.of("Run", "State", "Until (UTC)", "Started", "Finished", "By", "Planned", "Billed", "Paid", "Skipped", "Parked", "Total")) table.column(column);
        for (BillRun r : found)
            table.addRow().addContent(r.id(), r.state().name().toLowerCase(Locale.ROOT), Times.minute(r.until()), Times.minute(r.startedAt()), Times.minute(r.finishedAt()), r.by(), r.planned(),
                r.billed(), r.paid(), r.skipped(), r.parked(), r.total());
        table.print(session.getConsole());
        session.getConsole().println(found.size() + (found.size() == 1 ? " run of " : " runs of ") + isp + ", newest first.");
        return null;
    }
}
