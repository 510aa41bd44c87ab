package io.mtandao.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.Conflict;
import io.mtandao.api.Role;
import io.mtandao.api.Unavailable;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportTest extends UiTest {
    private static final byte[] CSV = "Name,Phone,Colour,Account\nGrace,0712,red,MT1\nAkinyi,0713,blue,MT2\n,0714,,MT3\n".getBytes(StandardCharsets.UTF_8);

    private void open() {
        signIn(Role.SUPPORT);
        go("import");
    }

    private boolean enabled(String id) {
        return get(Button.class, id).isEnabled();
    }

    @Test
    void bringsInTheGoodLinesOfASpreadsheet() {
        open();
        assertThat(enabled("import-next")).isFalse();
        upload("import-upload", "clients.csv", CSV);
        assertThat(text("import-received")).contains("clients.csv: 3 lines, 4 columns");
        type("import-router", world.network.all.get(0));
        click("import-next");
        assertThat(get(Select.class, "import-column-0").getValue()).isEqualTo(Target.NAME);
        assertThat(get(Select.class, "import-column-2").getValue()).isEqualTo(Target.IGNORE);
        type("import-column-2", Target.NOTES);
        click("import-next");
        assertThat(text("import-fresh")).isEqualTo("2");
        assertThat(text("import-bad")).isEqualTo("1");
        assertThat(row("import-lines", 0)).contains("4", "no name");
        assertThat(world.imports.calls("run")).isEmpty();
        click("import-run");
        Request r = world.imports.call("run").arg(1);
        assertThat(r.csv()).isEqualTo(CSV);
        assertThat(r.mapping()).containsEntry("Name", Target.NAME).containsEntry("Colour", Target.NOTES).containsEntry("Account", Target.ACCOUNT);
        assertThat(r.routerId()).isEqualTo(1);
        assertThat(r.makePackages()).isTrue();
        assertThat(world.imports.call("run").args().get(2)).isEqualTo(Mode.GOOD_LINES);
        assertThat(text("import-result")).contains("The import is done", "Home 15M");
        assertThat(row("import-bad-lines", 0)).contains("no name");
    }

    @Test
    void aWholeFileIsAllOrNothing() {
        open();
        upload("import-upload", "clients.csv", "Name\nGrace\n".getBytes(StandardCharsets.UTF_8));
        click("import-next");
        click("import-next");
        assertThat(isThere("import-mode")).isFalse();
        click("import-run");
        assertThat(world.imports.call("run").args().get(2)).isEqualTo(Mode.ALL_OR_NOTHING);
    }

    @Test
    void twoColumnsCannotBeTheSame() {
        open();
        upload("import-upload", "clients.csv", CSV);
        click("import-next");
        type("import-column-2", Target.PHONE);
        assertThat(text("import-columns-warning")).contains("\"Phone\" is chosen for two columns");
        assertThat(enabled("import-next")).isFalse();
        type("import-column-2", Target.IGNORE);
        assertThat(enabled("import-next")).isTrue();
        type("import-column-0", Target.IGNORE);
        assertThat(text("import-columns-warning")).contains("No column is the name");
    }

    @Test
    void theSameFileTwiceHasNothingToDo() {
        open();
        world.fakeImports.ran = true;
        upload("import-upload", "clients.csv", "Name\nGrace\n".getBytes(StandardCharsets.UTF_8));
        click("import-next");
        click("import-next");
        assertThat(text("import-preview")).contains("Nothing to do");
        assertThat(enabled("import-run")).isFalse();
    }

    @Test
    void readsARouter() {
        open();
        type("import-source", ImportDraft.Source.ROUTER);
        assertThat(enabled("import-next")).isFalse();
        type("import-router", world.network.all.get(0));
        click("import-next");
        Request r = world.imports.call("preview").arg(1);
        assertThat(r.readRouter()).isTrue();
        assertThat(r.routerId()).isEqualTo(1);
        assertThat(r.csv()).isNull();
    }

    @Test
    void readsAnExport() {
        open();
        type("import-source", ImportDraft.Source.EXPORT);
        upload("import-upload", "ppp.rsc", "/ppp secret".getBytes(StandardCharsets.UTF_8));
        click("import-next");
        Request r = world.imports.call("preview").arg(1);
        assertThat(r.routerExport()).isEqualTo("/ppp secret".getBytes(StandardCharsets.UTF_8));
        assertThat(world.imports.calls("look")).isEmpty();
    }

    @Test
    void anEmptyFileIsRefusedAtOnce() {
        open();
        upload("import-upload", "empty.csv", new byte[0]);
        assertThat(told()).containsExactly("The file is empty");
        assertThat(enabled("import-next")).isFalse();
    }

    @Test
    void aRouterThatCannotBeReachedIsTold() {
        open();
        world.imports.fail("preview", new Unavailable("Rongai tower does not answer"));
        type("import-source", ImportDraft.Source.ROUTER);
        type("import-router", world.network.all.get(0));
        click("import-next");
        assertThat(told()).containsExactly("Not available right now: Rongai tower does not answer");
        assertThat(isThere("import-source")).isTrue();
        assertThat(enabled("import-next")).isTrue();
    }

    @Test
    void aRunThatIsRefusedCanBeRepeated() {
        open();
        upload("import-upload", "clients.csv", CSV);
        click("import-next");
        click("import-next");
        world.imports.fail("run", new Conflict("line 4 is bad"));
        click("import-run");
        assertThat(told()).containsExactly("line 4 is bad");
        assertThat(enabled("import-run")).isTrue();
    }

    @Test
    void oneMayGoBackAndChangeOnesMind() {
        open();
        upload("import-upload", "clients.csv", CSV);
        click("import-next");
        click("import-next");
        click("import-back");
        assertThat(isThere("import-column-0")).isTrue();
        click("import-back");
        assertThat(isThere("import-source")).isTrue();
        assertThat(isThere("import-received")).isTrue();
    }

    @Test
    void whoMayOnlyReadMayNotImport() {
        signIn(Role.READ_ONLY);
        go("import");
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
    }
}
