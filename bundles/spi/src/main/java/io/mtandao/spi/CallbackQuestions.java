package io.mtandao.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Implemented by a plugin with QUESTION callbacks. It must answer within 3 s and change nothing. */
@ConsumerType
public interface CallbackQuestions<S> {
    Reply answer(TenantContext<S> context, RawCallback question, Accounts accounts);

    record Reply(int status, String contentType, String body) {}

    /** What a plugin may ask the platform to answer a vendor's question. */
    interface Accounts {
        /** The name of the subscriber whose account number a payer typed, whatever its case, spaces and dashes. */
        Optional<String> holderOf(String reference);
    }
}
