package io.mtandao.ui.fake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import io.mtandao.api.Role;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.boot.Services;
import io.mtandao.ui.boot.UiInstantiator;
import io.mtandao.ui.boot.UiRules;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A browser tab without a browser, over a {@link World} of fakes. */
public abstract class UiTest {
    private static final Routes ROUTES = new Routes().autoDiscoverViews("io.mtandao.ui");
    protected World world;
    protected final InlineBackground background = new InlineBackground();
    private Services services;

    protected World world() {
        return World.full();
    }

    @BeforeEach
    void open() {
        world = world();
        services = world.services();
        MockVaadin.setup(UI::new, new MockVaadinServlet(ROUTES) {
            private static final long serialVersionUID = 1;

            @Override
            protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
                MockService service = new MockService(this, configuration, UI::new) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected Instantiator createInstantiator() {
                        return new UiInstantiator(this, services, background);
                    }
                };
                service.init();
                ROUTES.register(service.getContext());
                new UiRules(services).install(service);
                return service;
            }
        });
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    protected void signIn(Role role) {
        who().signIn("nairobi-net", role.code() + "@nairobi.net", FakeSessions.PASSWORD);
    }

    protected Who who() {
        return Who.current(services);
    }

    protected void go(String path) {
        String[] parts = path.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    protected void go(Class<? extends Component> view) {
        UI.getCurrent().navigate(view);
    }

    protected String path() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    protected <C extends Component> C get(Class<C> type, String id) {
        return _get(type, s -> s.withId(id));
    }

    protected boolean isThere(String id) {
        return !_find(Component.class, s -> s.withId(id)).isEmpty();
    }

    protected void type(String id, Object value) {
        set(_find(Component.class, s -> s.withId(id)).stream().filter(HasValue.class::isInstance).map(HasValue.class::cast).findFirst()
            .orElseThrow(() -> new AssertionError("no field " + id)), value);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void set(HasValue field, Object value) {
        _setValue(field, value, true);
    }

    protected void click(String id) {
        _click(get(Button.class, id));
    }

    protected String text(String id) {
        Component c = get(Component.class, id);
        return c instanceof HasText h && !h.getText().isEmpty() ? h.getText() : c.getElement().getTextRecursively();
    }

    /** What is wrong at a field, or null. */
    protected String wrong(String id) {
        HasValidationProperties f = (HasValidationProperties) get(Component.class, id);
        return f.isInvalid() ? f.getErrorMessage() : null;
    }

    /** The texts of the notifications now shown. */
    protected List<String> told() {
        return _find(Notification.class).stream()
            .map(n -> _find(n, Span.class).stream().map(Span::getText).collect(Collectors.joining())).toList();
    }

    protected void confirm() {
        ConfirmDialog d = _get(ConfirmDialog.class);
        com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm(d);
    }

    protected <T> Grid<T> grid(String id) {
        @SuppressWarnings("unchecked")
        Grid<T> g = get(Grid.class, id);
        return g;
    }

    protected void openRow(String grid, int row) {
        com.github.mvysny.kaributesting.v10.GridKt._clickItem(grid(grid), row);
    }

    protected int rows(String grid) {
        return com.github.mvysny.kaributesting.v10.GridKt._findAll(grid(grid)).size();
    }

    protected java.util.List<String> row(String grid, int row) {
        return com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow(grid(grid), row);
    }

    /** The text of a cell that is a component. */
    protected String cell(String grid, int row, String column) {
        return com.github.mvysny.kaributesting.v10.GridKt._getCellComponent(grid(grid), row, column).getElement().getTextRecursively();
    }

    protected void menu(String menuBar, String item) {
        com.github.mvysny.kaributesting.v10.ContextMenuKt._clickItemWithID(get(com.vaadin.flow.component.menubar.MenuBar.class, menuBar), item);
    }

    protected void upload(String id, String name, byte[] content) {
        com.github.mvysny.kaributesting.v10.UploadKt._upload(get(com.vaadin.flow.component.upload.Upload.class, id), name, content);
    }

    protected String dialogTitle() {
        return _find(com.vaadin.flow.component.dialog.Dialog.class).stream().map(com.vaadin.flow.component.dialog.Dialog::getHeaderTitle).reduce((a, b) -> b).orElse(null);
    }

    protected void none(Class<? extends Component> type) {
        _assertNone(type);
    }
}
