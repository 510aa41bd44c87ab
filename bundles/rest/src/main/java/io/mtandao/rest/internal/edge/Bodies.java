package io.mtandao.rest.internal.edge;

import io.mtandao.api.Invalid;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** A body must be there, and every {@link Field#needed()} component of it, at any depth; text is without NUL, which PostgreSQL cannot store. */
@Provider
public final class Bodies implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) throw new Refusal(400, "bad-request", "body", "this needs a JSON object");
        Invalid.Check check = new Invalid.Check();
        inspect(body, "", check);
        check.orThrow();
        return body;
    }

    private static void inspect(Object value, String path, Invalid.Check check) {
        if (value instanceof List<?> list) inspectAll(list, path, check);
        if (value instanceof Map<?, ?> map) map.forEach((k, v) -> inspect(v, path + "." + k, check));
        if (value instanceof String text) check.that(text.indexOf('\0') < 0, path, "must be without NUL");
        if (!(value instanceof Record)) return;
        for (RecordComponent c : value.getClass().getRecordComponents()) {
            String name = path.isEmpty() ? c.getName() : path + "." + c.getName();
            Object inner = read(c, value);
            Field field = c.getAnnotation(Field.class);
            check.that(inner != null || field == null || !field.needed(), name, "must be given");
            if (inner != null) inspect(inner, name, check);
        }
    }

    private static void inspectAll(List<?> list, String path, Invalid.Check check) {
        for (int i = 0; i < list.size(); i++) {
            check.that(list.get(i) != null, path + "[" + i + "]", "must be given");
            inspect(list.get(i), path + "[" + i + "]", check);
        }
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
