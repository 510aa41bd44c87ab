package io.mtandao.api.tenant;

import io.mtandao.api.Origin;

/** The other end of the link by which a member of the staff proves to read mail at the address given ({@code /ui/verify?token=…}). */
public interface MailConfirmation {
    /** @throws io.mtandao.api.NotFound when the token is used, over or never was */
    void confirm(String token, Origin origin);
}
