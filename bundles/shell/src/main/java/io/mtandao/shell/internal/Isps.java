package io.mtandao.shell.internal;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.api.tenant.PlatformConsole;
import java.util.ArrayList;
import java.util.List;

/** All ISPs, page by page. */
final class Isps {
    private Isps() {}

    static List<Isp> all(PlatformConsole console, String user, String act) {
        List<Isp> all = new ArrayList<>();
        ListQuery query = ListQuery.first(100);
        while (true) {
            Page<Isp> page = console.isps(user, act, query);
            all.addAll(page.items());
            if (page.next() == null) return all;
            query = query.after(page.next());
        }
    }
}
