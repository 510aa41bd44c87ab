package io.mtandao.shell.internal;

import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.api.tenant.Operators.State;
import io.mtandao.api.tenant.PlatformConsole;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

@Command(scope = "mtandao", name = "isps", description = "Lists the ISPs of this platform, newest first")
@Service
public final class ListIsps implements Action {
    @Reference
    PlatformConsole console;

    @Reference
    Session session;

    @Override
    public Object execute() {
        List<Isp> isps = Isps.all(console, ConsoleUser.of(session), "mtandao:isps");
        ShellTable table = new ShellTable();
        for (String column : List.of("Slug", "Name", "State", "Staff", "Subscribers", "Since (UTC)")) table.column(column);
        for (Isp i : isps) table.addRow().addContent(i.slug(), i.name(), i.state().name().toLowerCase(Locale.ROOT), i.staff(), i.subscribers(), Times.minute(i.createdAt()));
        table.print(session.getConsole());
        long suspended = isps.stream().filter(i -> i.state() == State.SUSPENDED).count();
        session.getConsole().println(isps.size() + (isps.size() == 1 ? " ISP" : " ISPs") + ", " + suspended + " suspended.");
        return null;
    }
}
