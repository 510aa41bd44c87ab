package io.mtandao.api.tenant;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import java.util.Set;

/**
 * The ISPs for whoever sits at the platform's own console (Karaf's shell). Nobody is signed in there as an operator, and who can use it may do anything on the
 * machine anyway; so what counts is that each use names its user and its act, and is told: in the platform's audit, and in the ISP's own when it goes inside.
 */
public interface PlatformConsole {
    /** Newest first; search and filters as {@link Operators#isps}. @param user of the console @param act what it is for, as typed */
    Page<Operators.Isp> isps(String user, String act, ListQuery query);

    /**
     * A caller inside one ISP for one act, with these rights and no others. Also while the ISP is suspended.
     *
     * @throws io.mtandao.api.NotFound when no ISP has this slug
     */
    Caller enter(String user, String act, String slug, Set<Permission> rights);
}
