package io.mtandao.plugin.smtp.internal;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.net.PublicHost;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One connection at a time to an ISP's mail server. It knows no tenant but the settings it is given. */
final class SmtpServer {
    private final SmtpOperator operator;
    private final SSLSocketFactory tls;

    /** @param tls null for the JVM's own trust */
    SmtpServer(SmtpOperator operator, SSLSocketFactory tls) {
        this.operator = operator;
        this.tls = tls;
    }

    Session session(SmtpSettings settings) {
        boolean implicit = settings.security().equals(SmtpSettings.TLS);
        boolean starttls = settings.security().equals(SmtpSettings.STARTTLS);
        Properties properties = new Properties();
        // every time-out is infinite unless it is set
        properties.put("mail.smtp.connectiontimeout", Integer.toString(operator.connectMillis()));
        properties.put("mail.smtp.timeout", Integer.toString(operator.replyMillis()));
        properties.put("mail.smtp.writetimeout", Integer.toString(operator.replyMillis()));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.username().isBlank()));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(implicit));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        // the greeting must not wait for a look-up of this machine's name
        properties.put("mail.smtp.localhost", settings.from().replaceAll(".*@|[^A-Za-z0-9.-]", ""));
        properties.put("mail.smtp.quitwait", "false");
        if (tls != null) properties.put("mail.smtp.ssl.socketFactory", tls);
        return Session.getInstance(properties);
    }

    /** Signs in. Up to here nothing was handed over, so a failure that is not the settings' is worth a retry. */
    SMTPTransport connect(Session session, SmtpSettings settings) {
        String host = settings.host().strip();
        if (settings.security().equals(SmtpSettings.NONE) && !settings.username().isBlank())
            throw new VendorProblem(Outcome.MISCONFIGURED, "a password is not sent without encryption: choose STARTTLS or TLS, or clear the user name");
        if (!operator.allowPrivateHosts()) PublicHost.require(host);
        // made by hand: looking it up by its protocol depends on the thread's class loader
        SMTPTransport transport = new SMTPTransport(session, new URLName("smtp", host, settings.port(), null, null, null));
        try {
            if (settings.username().isBlank()) transport.connect(host, settings.port(), null, null);
            else transport.connect(host, settings.port(), settings.username().strip(), settings.password());
            return transport;
        } catch (MessagingException e) {
            throw new VendorProblem(outcomeOfConnecting(e, transport.getLastReturnCode()), host + ": " + e.getMessage(), e);
        }
    }

    private static Outcome outcomeOfConnecting(MessagingException e, int code) {
        if (code >= 400 && code < 500) return Outcome.RETRY;
        boolean settings = e instanceof AuthenticationFailedException || code >= 500 || e.getCause() instanceof SSLException
            || String.valueOf(e.getMessage()).contains("STARTTLS");
        return settings ? Outcome.MISCONFIGURED : Outcome.RETRY;
    }

    /** @return the server's own words */
    String deliver(SMTPTransport transport, SmtpMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return transport.getLastServerResponse().strip();
        } catch (MessagingException e) {
            int code = code(e);
            Outcome outcome = code >= 500 ? Outcome.REFUSED : code >= 400 ? Outcome.RETRY : Outcome.UNKNOWN;
            throw new VendorProblem(outcome,
                "the mail server " + (outcome == Outcome.UNKNOWN ? "did not say whether it took the mail" : "said: " + last(e).getMessage().strip()), e);
        }
    }

    /** The SMTP code of the innermost refusal; 0 when the server refused nothing. */
    private static int code(MessagingException e) {
        Exception inner = last(e);
        if (inner instanceof SMTPAddressFailedException recipient) return recipient.getReturnCode();
        if (inner instanceof SMTPSenderFailedException sender) return sender.getReturnCode();
        return inner instanceof SMTPSendFailedException send ? Math.max(0, send.getReturnCode()) : 0;
    }

    private static Exception last(MessagingException e) {
        Exception last = e;
        while (last instanceof MessagingException outer && outer.getNextException() instanceof MessagingException inner) last = inner;
        return last;
    }
}
