package io.mtandao.rest.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service of the api that writes down how it is called, and answers as told, else with a {@link Sample} of what it returns. */
public final class Stub<S> implements InvocationHandler {
    public final S service;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Answer> answers = new HashMap<>();

    public record Call(String method, List<Object> arguments) {
        @SuppressWarnings("unchecked")
        public <T> T argument(int index) {
            return (T) arguments.get(index);
        }
    }

    public interface Answer {
        Object to(Object[] arguments) throws Exception;
    }

    private Stub(Class<S> type) {
        service = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    public static <S> Stub<S> of(Class<S> type) {
        return new Stub<>(type);
    }

    public Stub<S> answers(String method, Answer answer) {
        answers.put(method, answer);
        return this;
    }

    public Stub<S> fails(String method, RuntimeException e) {
        return answers(method, arguments -> {
            throw e;
        });
    }

    /** The only call of this method. */
    public synchronized Call only(String method) {
        List<Call> found = calls.stream().filter(c -> c.method.equals(method)).toList();
        if (found.size() != 1) throw new AssertionError(method + " was called " + found.size() + " times: " + calls);
        return found.get(0);
    }

    public synchronized long count(String method) {
        return calls.stream().filter(c -> c.method.equals(method)).count();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Exception {
        if (method.getDeclaringClass() == Object.class) return ofObject(proxy, method.getName(), arguments);
        Object[] given = arguments == null ? new Object[0] : arguments;
        synchronized (this) {
            calls.add(new Call(method.getName(), new ArrayList<>(java.util.Arrays.asList(given))));
        }
        Answer answer = answers.get(method.getName());
        return answer != null ? answer.to(given) : Sample.of(method.getGenericReturnType());
    }

    private static Object ofObject(Object proxy, String method, Object[] arguments) {
        return switch (method) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> "stub";
        };
    }
}
