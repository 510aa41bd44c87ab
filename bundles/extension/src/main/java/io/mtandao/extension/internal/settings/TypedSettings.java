package io.mtandao.extension.internal.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** Turns texts into a plugin's annotation type. The converter converts only when asked for a value, so bad values must be looked for. */
final class TypedSettings {
    private TypedSettings() {}

    static <S> S of(Class<S> type, Schema schema, Map<String, String> clear) {
        Map<String, Object> raw = new LinkedHashMap<>();
        clear.forEach((id, value) -> raw.put(id, schema.find(id).orElseThrow().raw(value)));
        return Converters.standardConverter().convert(raw).to(type);
    }

    /** Asks for every value once. @return a text per field that does not convert */
    static Map<String, String> faults(Class<?> type, Schema schema, Map<String, String> clear) {
        Map<String, String> faults = new LinkedHashMap<>();
        Object typed = of(type, schema, clear);
        for (Method m : type.getDeclaredMethods()) {
            if (m.getParameterCount() > 0 || m.isSynthetic()) continue;
            String id = fieldOf(m.getName());
            if (!clear.containsKey(id)) continue;
            try {
                m.setAccessible(true);
                m.invoke(typed);
            } catch (InvocationTargetException e) {
                faults.put(id, "is not valid");
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("a settings type must be public", e);
            }
        }
        return faults;
    }

    /** The rule of OSGi component property types (Compendium 112.8.2.1): {@code api_key} is the field {@code api.key}. */
    static String fieldOf(String method) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < method.length(); i++) {
            char c = method.charAt(i);
            if (method.startsWith("$_$", i)) {
                b.append('-');
                i += 2;
            } else if (method.startsWith("$$", i) || method.startsWith("__", i)) {
                b.append(c);
                i++;
            } else if (c == '_') b.append('.');
            else if (c != '$') b.append(c);
        }
        return b.toString();
    }
}
