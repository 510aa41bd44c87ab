package io.mtandao.shell.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.PlatformConsole;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;

/** The way into one ISP, by the name that was typed. */
final class OneIsp {
    private OneIsp() {}

    static Caller entered(PlatformConsole console, String user, String act, String slug, Set<Permission> rights) throws CommandException {
        try {
            return console.enter(user, act, slug, rights);
        } catch (NotFound e) {
            throw new CommandException("There is no ISP with the slug '" + slug + "'; mtandao:isps lists them", e);
        }
    }
}
