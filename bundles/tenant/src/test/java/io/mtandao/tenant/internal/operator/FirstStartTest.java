package io.mtandao.tenant.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.tenant.internal.World;
import io.mtandao.tenant.internal.entity.StartToken;
import io.mtandao.testing.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each with a database of its own, since a platform starts for the first time only once. */
class FirstStartTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLinkOfTheLatestStartMakesTheFirstOperatorAndNobodyElse(TestDatabase.Kind kind) throws Exception {
        Platform p = Platform.fresh(kind);
        String first = p.start();
        assertThat(p.operators.firstStart()).isTrue();
        String second = p.start();

        assertThatThrownBy(() -> create(p, first)).as("a restart has replaced it").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> create(p, "ml_" + "x".repeat(43))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> create(p, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> p.operators.createFirst(second, " ", "olga", "short", World.address()))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("fullName", "email", "password"));
        assertThat(p.operators.firstStart()).as("what was wrong used nothing up").isTrue();

        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Callable<Throwable>> tries = new ArrayList<>();
        for (int i = 0; i < 3; i++) tries.add(() -> catchThrowable(() -> create(p, second)));
        List<Throwable> faults = new ArrayList<>();
        for (Future<Throwable> f : pool.invokeAll(tries)) faults.add(f.get());
        pool.shutdown();
        assertThat(faults).filteredOn(Objects::isNull).as("one of three at once").hasSize(1);
        assertThat(faults).filteredOn(Objects::nonNull).allMatch(NotFound.class::isInstance);

        assertThat(p.operators.firstStart()).isFalse();
        assertThat(p.operators.signIn(Platform.EMAIL, World.PASSWORD, World.address()).operator().fullName()).isEqualTo("Olga");
        assertThat(p.actions()).containsExactly("operator.create", "operator.sign-in");

        String third = p.start();
        assertThat(p.operators.firstStart()).isFalse();
        assertThatThrownBy(() -> create(p, third)).as("later starts make no link").isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLinkStandsInTheLogOnceAndIsKeptAsAHash(TestDatabase.Kind kind) {
        Platform p = Platform.fresh(kind);
        String[] token = new String[1];
        String log = logged(() -> token[0] = p.start());
        assertThat(log.lines().filter(l -> l.contains("INFO"))).singleElement().asString()
                .endsWith("Create the operator account: https://isp.example.org/ui/operator/start?token=" + token[0]);
        assertThat(p.w.tx.<StartToken>platform("test", em -> em.find(StartToken.class, StartToken.ONLY)).getTokenHash()).hasSize(64).doesNotContain(token[0]);
        create(p, token[0]);
        assertThat(logged(p::start)).as("no link when there is an operator").isEmpty();
        assertThat(p.w.tx.<StartToken>platform("test", em -> em.find(StartToken.class, StartToken.ONLY))).isNull();
    }

    private static String logged(Runnable run) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void create(Platform p, String token) {
        p.operators.createFirst(token, "Olga", Platform.EMAIL, World.PASSWORD, World.address());
    }
}
