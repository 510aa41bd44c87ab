package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrapTextTest {

    @ParameterizedTest
    @CsvSource({
        "failure: secret with the same name already exists, CONFLICT",
        "failure: already have such entry, CONFLICT",
        "failure: already have user with this name for this server, CONFLICT",
        "no such item, NOT_FOUND",
        "No such item (4), NOT_FOUND",
        "input does not match any value of profile, MISSING_PROFILE",
        "input does not match any value of service, REFUSED",
        "invalid user name or password (6), AUTH",
        "cannot log in, AUTH",
        "not enough permissions (9), PERMISSION",
        "interrupted, CANCELLED",
        "no such command prefix, REFUSED",
        "unknown parameter colour, REFUSED"})
    void wordingDecides(String message, Kind kind) throws Exception {
        assertThat(fault("=message=" + message).kind()).isEqualTo(kind);
    }

    @Test
    void theCategoryOfInterruptionIsBelieved() throws Exception {
        assertThat(fault("=category=2", "=message=").kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void thePersonReadsWhatTheRouterSaid() throws Exception {
        assertThat(fault("=message=unknown parameter colour"))
                .hasMessage("The router refused /ppp/secret/add: unknown parameter colour");
        assertThat(fault()).hasMessage("The router refused /ppp/secret/add: no reason given");
    }

    private static RouterFault fault(String... words) throws Exception {
        List<String> sentence = new java.util.ArrayList<>(List.of("!trap"));
        sentence.addAll(List.of(words));
        return TrapText.fault(Reply.of(sentence), Command.of("/ppp/secret/add").with("password", "hidden"));
    }
}
