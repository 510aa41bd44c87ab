package io.mtandao.plugin.smtp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mtandao.spi.Health;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.MailTransport.Mail;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.testing.contract.MailTransportContract;
import io.mtandao.testing.contract.TenantContexts;
import io.mtandao.testing.contract.TypedSettings;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpMailTransportTest extends MailTransportContract<SmtpSettings> {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T07:15:00Z"), ZoneOffset.UTC);
    private static TestCertificate localhost;
    private static TestCertificate elsewhere;
    private static final GreenMail GREEN_MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SmtpMailTransport smtp = transport(localhost, 10_000, true);
    private SmtpFront front;
    private int port;

    @BeforeAll
    static void aMailServer(@TempDir Path folder) throws Exception {
        localhost = TestCertificate.of("localhost", folder);
        elsewhere = TestCertificate.of("mail.example.org", folder);
        GREEN_MAIL.start();
        for (String mark : List.of("a", "aa", "bb")) GREEN_MAIL.setUser(mark + "@isp.example", mark + "@isp.example", "password-" + mark);
    }

    @AfterAll
    static void stop() {
        GREEN_MAIL.stop();
    }

    @BeforeEach
    void anEmptyMailbox() throws Exception {
        GREEN_MAIL.purgeEmailFromAllMailboxes();
        GREEN_MAIL.getUserManager().setAuthRequired(true);
        open(localhost, false);
    }

    @AfterEach
    void close() throws IOException {
        front.close();
    }

    @Override
    protected SmtpMailTransport plugin() {
        return smtp;
    }

    @Override
    protected SmtpMailTransport pluginAt(String url) {
        port = URI.create(url).getPort();
        return transport(localhost, 1_500, true);
    }

    /** Before the mail is handed over silence is no riddle; after its end it is. */
    @Override
    protected SmtpMailTransport pluginOfSilentVendor() {
        front.answer(SmtpFront.END, SmtpFront.SILENCE);
        return transport(localhost, 3_000, true);
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return new HashMap<>(Map.of("host", "localhost", "port", port, "username", mark + "@isp.example", "password", "password-" + mark, "from",
            "billing@" + mark + ".example",
            "fromName", "Savanna Ñet"));
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("password");
    }

    @Override
    protected List<Seen> seen() {
        return front.deliveries().stream().map(delivery -> new Seen(delivery.user(), delivery.subject())).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"host;https://smtp.example.com", "host;smtp.example.com:587", "from;Savanna", "from;a@example.com, b@example.com", "from;<script>",
        "security;none", "password;''"})
    void seesWhatIsWrongWithSettingsWithoutAskingTheServer(String field, String value) {
        Map<String, Object> settings = settings("a");
        settings.put(field, value);
        assertThat(smtp.faults(TenantContexts.of("a", smtp, settings).settings())).containsOnlyKeys(field);
    }

    @Test
    void sendsAMailBehindStartTlsSignedIn() throws Exception {
        Sent sent = smtp.send(context("a"), new Mail("m-77", "jane@example.org", "Malipo yamefika – asante", "Habari Jané,\n.\nKaribu tena 😀\n"));
        MimeMessage mail = GREEN_MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Malipo yamefika – asante");
        assertThat(((String) mail.getContent()).replace("\r\n", "\n").strip()).isEqualTo("Habari Jané,\n.\nKaribu tena 😀");
        assertThat(mail.getFrom()[0].toString()).contains("billing@a.example");
        assertThat(mail.getMessageID()).isEqualTo("<m-77@a.example>").isEqualTo(sent.providerId());
        assertThat(mail.getSentDate()).isEqualTo(CLOCK.instant());
        assertThat(sent.detail()).startsWith("250");
        assertThat(front.lines()).filteredOn(line -> line.text().matches("(AUTH|MAIL|RCPT|DATA).*")).hasSize(4).allMatch(SmtpFront.Line::secured);
    }

    @Test
    void keepsAMessageIdThatIsWholeAlready() {
        assertThat(smtp.send(context("a"), new Mail("<x@hooks.example>", "jane@example.org", "s", "t")).providerId()).isEqualTo("<x@hooks.example>");
    }

    @Test
    void sendsByTlsFromTheStart() throws IOException {
        front.close();
        open(localhost, true);
        Map<String, Object> settings = settings("a");
        settings.put("security", "tls");
        smtp.send(TenantContexts.of("a", smtp, settings), new Mail("1", "jane@example.org", "s", "t"));
        assertThat(GREEN_MAIL.getReceivedMessages()).hasSize(1);
        assertThat(front.lines()).allMatch(SmtpFront.Line::secured);
    }

    @Test
    void neverFallsBackToPlainText() throws IOException {
        front.close();
        open(null, false);
        assertThat(problem().outcome()).isEqualTo(Outcome.MISCONFIGURED);
        assertThat(front.lines()).noneMatch(line -> line.text().startsWith("AUTH") || line.text().startsWith("MAIL"));
    }

    @Test
    void believesOnlyACertificateOfThatNameAndOfKnownOrigin() throws IOException {
        assertThat(problem(transport(elsewhere, 10_000, true)).outcome()).as("unknown issuer").isEqualTo(Outcome.MISCONFIGURED);
        front.close();
        open(elsewhere, false);
        assertThat(problem(transport(elsewhere, 10_000, true)).outcome()).as("other name").isEqualTo(Outcome.MISCONFIGURED);
        assertThat(front.lines()).noneMatch(line -> line.text().startsWith("AUTH"));
    }

    @Test
    void sendsWithoutEncryptionOnlyWithoutAPassword() throws IOException {
        Map<String, Object> settings = settings("a");
        settings.put("security", "none");
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> smtp.send(TenantContexts.of("a", smtp, settings), mail()));
        assertThat(problem.outcome()).isEqualTo(Outcome.MISCONFIGURED);
        settings.put("username", "");
        GREEN_MAIL.getUserManager().setAuthRequired(false);
        smtp.send(TenantContexts.of("a", smtp, settings), mail());
        assertThat(GREEN_MAIL.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,421 too busy,RETRY", "CONNECT,554 not you,MISCONFIGURED", "EHLO,421 closing,RETRY", "AUTH,535 bad password,MISCONFIGURED",
        "AUTH,454 try later,RETRY",
        "MAIL,451 try later,RETRY", "MAIL,550 not in your name,REFUSED", "RCPT,450 mailbox busy,RETRY", "RCPT,550 no such user,REFUSED",
        "DATA,452 disk full,RETRY",
        ".,421 going down,RETRY", ".,554 looks like spam,REFUSED"})
    void knowsWhatAnAnswerMeans(String command, String answer, Outcome outcome) {
        front.answer(command, answer);
        front.answer("HELO", answer);
        VendorProblem problem = problem();
        assertThat(problem.outcome()).isEqualTo(outcome);
        assertThat(front.deliveries()).isEmpty();
    }

    @Test
    void doesNotSignInWithAWrongPassword() {
        Map<String, Object> settings = settings("a");
        settings.put("password", "guessed");
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> smtp.send(TenantContexts.of("a", smtp, settings), mail()));
        assertThat(problem.outcome()).isEqualTo(Outcome.MISCONFIGURED);
        assertThat(problem.getMessage()).doesNotContain("guessed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@example.org\r\nBcc: all@example.org", "jane@example.org, all@example.org", "jane", "", "a@b@c",
        "group: jane@example.org;"})
    void refusesARecipientThatIsNotOne(String to) {
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> smtp.send(context("a"), new Mail("1", to, "s", "t")));
        assertThat(problem.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(front.lines()).isEmpty();
    }

    @Test
    void refusesLineBreaksInEveryHeader() {
        for (Mail mail : List.of(new Mail("1", "jane@example.org", "s\r\nBcc: all@example.org", "t"), new Mail("1\nX: y", "jane@example.org", "s", "t")))
            assertThat(catchThrowableOfType(VendorProblem.class, () -> smtp.send(context("a"), mail)).outcome()).isEqualTo(Outcome.REFUSED);
        for (String field : List.of("from", "fromName")) {
            Map<String, Object> settings = settings("a");
            settings.put(field, "billing@a.example\r\nBcc: all@example.org");
            assertThat(catchThrowableOfType(VendorProblem.class, () -> smtp.send(TenantContexts.of("a", smtp, settings), mail())).outcome())
                .isEqualTo(Outcome.MISCONFIGURED);
        }
        assertThat(front.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "10.1.2.3", "172.16.0.1", "192.168.88.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "[fe80::1]", "[fd00::1]",
        "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[2002:a00:1::]", "2130706433", "224.0.0.1", "255.255.255.255"})
    void connectsToNoPrivateAddressUnlessTheOperatorAllowsIt(String host) {
        Map<String, Object> settings = settings("a");
        settings.put("host", host);
        SmtpMailTransport strict = transport(localhost, 10_000, false);
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> strict.send(TenantContexts.of("a", strict, settings), mail()));
        assertThat(problem.outcome()).isEqualTo(Outcome.MISCONFIGURED);
        assertThat(problem).hasMessageContaining("not a public address");
        assertThat(front.lines()).isEmpty();
    }

    @Test
    void triesTheConnectionWithoutSending() {
        assertThat(smtp.test(context("a"))).isEqualTo(Health.ok("Connected to localhost, encrypted, signed in as a@isp.example"));
        assertThat(front.lines()).noneMatch(line -> line.text().startsWith("MAIL"));
        front.answer("AUTH", "535 bad password");
        assertThat(smtp.test(context("a")).ok()).isFalse();
    }

    private void open(TestCertificate certificate, boolean implicit) throws IOException {
        front = new SmtpFront(GREEN_MAIL.getSmtp().getPort(), certificate == null ? null : certificate.server(), implicit);
        port = front.port();
    }

    private VendorProblem problem() {
        return problem(smtp);
    }

    private VendorProblem problem(SmtpMailTransport transport) {
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> transport.send(context("a"), mail()));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static Mail mail() {
        return new Mail("1", "jane@example.org", "Habari", "Karibu");
    }

    private static SmtpMailTransport transport(TestCertificate trusted, int millis, boolean allowPrivateHosts) {
        return new SmtpMailTransport(TypedSettings.of(SmtpOperator.class, Map.of("replyMillis", millis, "allowPrivateHosts", allowPrivateHosts)),
            trusted.trusting(), CLOCK);
    }
}
