package io.mtandao.ui.fake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in front of a fake: writes down every call, and throws what the test wants thrown. */
public final class Spy<T> {
    public record Call(String method, List<Object> args) {
        @SuppressWarnings("unchecked")
        public <A> A arg(int i) {
            return (A) args.get(i);
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final T service;

    public Spy(Class<T> type, T fake) {
        service = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getDeclaringClass() == Object.class) return method.invoke(fake, args);
            synchronized (calls) {
                calls.add(new Call(method.getName(), args == null ? List.of() : java.util.Collections.unmodifiableList(new ArrayList<>(java.util.Arrays.asList(args)))));
            }
            RuntimeException failure = failures.get(method.getName());
            if (failure != null) throw failure;
            try {
                return method.invoke(fake, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    public T service() {
        return service;
    }

    public void fail(String method, RuntimeException with) {
        failures.put(method, with);
    }

    public void mend() {
        failures.clear();
    }

    public List<Call> calls(String method) {
        synchronized (calls) {
            return calls.stream().filter(c -> c.method().equals(method)).toList();
        }
    }

    /** The only one. */
    public Call call(String method) {
        List<Call> of = calls(method);
        if (of.size() != 1) throw new AssertionError(of.size() + " calls of " + method + ": " + of);
        return of.get(0);
    }
}
