package io.mtandao.plugin.smtp.internal;

import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.messaging.MailTransport;
import io.mtandao.spi.messaging.Sent;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail by the ISP's own mail server. */
@Component(service = MailTransport.class, configurationPid = SmtpOperator.PID)
@Designate(ocd = SmtpOperator.class)
public final class SmtpMailTransport implements MailTransport<SmtpSettings> {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailTransport.class);
    private final SmtpServer server;
    private final Clock clock;

    @Activate
    public SmtpMailTransport(SmtpOperator operator) {
        this(operator, null, Clock.systemUTC());
    }

    SmtpMailTransport(SmtpOperator operator, SSLSocketFactory tls, Clock clock) {
        this.server = new SmtpServer(operator, tls);
        this.clock = clock;
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("smtp", "Mail (SMTP)", "Mail by your own mail server, encrypted", "vaadin:envelope", Set.of(), List.of(),
            List.of(), List.of());
    }

    @Override
    public Class<SmtpSettings> settingsType() {
        return SmtpSettings.class;
    }

    @Override
    public Map<String, String> faults(SmtpSettings settings) {
        return SmtpForm.faults(settings);
    }

    @Override
    public Sent send(TenantContext<SmtpSettings> context, Mail mail) {
        Session session = server.session(context.settings());
        SmtpMessage message = SmtpMessage.of(session, context.settings(), mail, clock.instant());
        SMTPTransport transport = server.connect(session, context.settings());
        try {
            return new Sent(message.getMessageID(), server.deliver(transport, message));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } finally {
            close(transport);
        }
    }

    @Override
    public Health test(TenantContext<SmtpSettings> context) {
        SmtpSettings settings = context.settings();
        try {
            close(server.connect(server.session(settings), settings));
            String how = settings.security().equals(SmtpSettings.NONE) ? "without encryption" : "encrypted";
            return Health.ok("Connected to " + settings.host().strip() + ", " + how
                + (settings.username().isBlank() ? "" : ", signed in as " + settings.username().strip()));
        } catch (VendorProblem e) {
            return Health.bad(e.getMessage());
        }
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // what became of the mail is known by now
            LOG.debug("the mail server did not part in order", e);
        }
    }
}
