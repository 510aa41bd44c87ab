package io.mtandao.ui.boot;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.Translations;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Makes views and layouts by their one public constructor, whose parameters are services of the api, {@link Who}, {@link OperatorDesk},
 * {@link Background}, or public records of these.
 */
public final class UiInstantiator extends DefaultInstantiator {
    private static final long serialVersionUID = 1;
    private final transient Services services;
    private final transient Background background;
    private final Translations translations = new Translations();

    public UiInstantiator(VaadinService service, Services services, Background background) {
        super(service);
        this.services = services;
        this.background = background;
    }

    @Override
    public I18NProvider getI18NProvider() {
        return translations;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        if (type.isAssignableFrom(Translations.class)) return type.cast(translations);
        Constructor<?>[] all = type.getConstructors();
        if (!type.getName().startsWith("io.mtandao.ui.") || all.length != 1 || all[0].getParameterCount() == 0) return super.getOrCreate(type);
        return make(type, all[0]);
    }

    private <T> T make(Class<T> type, Constructor<?> constructor) {
        Object[] given = Arrays.stream(constructor.getParameterTypes()).map(this::given).toArray();
        try {
            return type.cast(constructor.newInstance(given));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException r) throw r;
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object given(Class<?> type) {
        if (type == Who.class) return Who.current(services);
        if (type == OperatorDesk.class) return OperatorDesk.current(services);
        if (type == Background.class) return background;
        if (type.isRecord()) return make(type, type.getConstructors()[0]);
        return services.get(type);
    }
}
