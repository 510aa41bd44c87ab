package io.mtandao.testing.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** Makes a settings annotation from a map, as the platform does. */
public final class TypedSettings {
    private TypedSettings() {}

    /** @throws AssertionError when a value does not fit its type: the converter alone would tell only on first use */
    public static <S> S of(Class<S> type, Map<String, ?> values) {
        S settings = Converters.standardConverter().convert(values).to(type);
        for (Method accessor : type.getDeclaredMethods()) {
            try {
                accessor.setAccessible(true);
                accessor.invoke(settings);
            } catch (InvocationTargetException | IllegalAccessException e) {
                throw new AssertionError("setting " + accessor.getName() + " cannot be read", e.getCause());
            }
        }
        return settings;
    }
}
