package io.mtandao.ui.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.router.Route;
import io.mtandao.ui.access.ForOperator;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Open;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.access.ProfileView;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.dashboard.DashboardView;
import io.mtandao.ui.fake.World;
import io.mtandao.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServicesTest {
    private final Services services = World.empty().services();

    @Test
    void everyViewCanBeMade() throws Exception {
        for (Class<?> view : views()) {
            assertThat(view.getConstructors()).as(view.getName()).hasSize(1);
            canBeGiven(view.getName(), view.getConstructors()[0].getParameterTypes());
        }
    }

    private void canBeGiven(String to, Class<?>... types) {
        for (Class<?> t : types) {
            if (t.isRecord()) canBeGiven(to, t.getConstructors()[0].getParameterTypes());
            else if (!Set.of(Who.class, OperatorDesk.class, Background.class).contains(t)) assertThat(services.get(t)).as(to).isNotNull();
        }
    }

    /** A view that forgets to say who may see it would be open to every member of staff. */
    @Test
    void everyViewSaysWhoMaySeeIt() throws Exception {
        Set<Class<?>> forAllStaff = Set.of(DashboardView.class, ProfileView.class);
        List<Class<?>> silent = new ArrayList<>();
        for (Class<?> view : views()) {
            boolean says = view.isAnnotationPresent(Open.class) || view.isAnnotationPresent(Needs.class) || view.isAnnotationPresent(ForOperator.class);
            if (!says && !forAllStaff.contains(view)) silent.add(view);
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void whatIsNoServiceIsRefused() {
        assertThatThrownBy(() -> services.get(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Class<?>> views() throws IOException, ClassNotFoundException {
        Path root = Path.of("target/classes");
        List<Class<?>> out = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("io/mtandao/ui"))) {
            for (Path f : files.filter(p -> p.toString().endsWith("View.class")).toList()) {
                String name = root.relativize(f).toString().replace('/', '.');
                Class<?> c = Class.forName(name.substring(0, name.length() - 6));
                if (c.isAnnotationPresent(Route.class)) out.add(c);
            }
        }
        assertThat(out).hasSizeGreaterThan(20);
        return out;
    }
}
