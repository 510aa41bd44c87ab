package io.mtandao.plugin.smtp.internal;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.MailTransport.Mail;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A mail that keeps the Message-ID it was given, for bounces name it. */
final class SmtpMessage extends MimeMessage {
    private final String id;

    private SmtpMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** @throws VendorProblem MISCONFIGURED for a wrong sender, REFUSED for anything else wrong with the mail */
    static SmtpMessage of(Session session, SmtpSettings settings, Mail mail, Instant now) {
        InternetAddress from = sender(settings.from());
        InternetAddress to = address(mail.to(), Outcome.REFUSED);
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        String id = line(mail.messageId(), Outcome.REFUSED).replaceAll("[<>\\s]", "");
        SmtpMessage message = new SmtpMessage(session, "<" + (id.contains("@") ? id : id + "@" + domain) + ">");
        try {
            if (!settings.fromName().isBlank()) from.setPersonal(line(settings.fromName().strip(), Outcome.MISCONFIGURED), "UTF-8");
            message.setFrom(from);
            message.setRecipient(RecipientType.TO, to);
            message.setSubject(line(mail.subject(), Outcome.REFUSED), "UTF-8");
            message.setSentDate(Date.from(now));
            message.setHeader("Auto-Submitted", "auto-generated");
            // not setText: its content handler is looked up by the thread's class loader, which in OSGi is anybody's
            message.setDataHandler(new DataHandler(new ByteArrayDataSource(mail.text().getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
            message.saveChanges();
            return message;
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new VendorProblem(Outcome.REFUSED, "the mail cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** @throws VendorProblem MISCONFIGURED */
    static InternetAddress sender(String text) {
        return address(text, Outcome.MISCONFIGURED);
    }

    private static InternetAddress address(String text, Outcome whenWrong) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(line(text, whenWrong), true);
            if (addresses.length == 1 && !addresses[0].isGroup()) {
                addresses[0].validate();
                if (addresses[0].getAddress().indexOf('@') > 0) return addresses[0];
            }
        } catch (AddressException e) {
            throw new VendorProblem(whenWrong, "not a mail address: " + text, e);
        }
        throw new VendorProblem(whenWrong, "not one mail address: " + text);
    }

    /** A line break in a header would begin another header. */
    private static String line(String text, Outcome whenWrong) {
        if (text == null || text.isBlank()) throw new VendorProblem(whenWrong, "the mail lacks an address, a subject or a number");
        if (text.chars().anyMatch(Character::isISOControl)) throw new VendorProblem(whenWrong, "control characters are not allowed in the head of a mail");
        return text;
    }
}
