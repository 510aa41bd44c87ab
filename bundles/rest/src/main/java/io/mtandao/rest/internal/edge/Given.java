package io.mtandao.rest.internal.edge;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.tenant.Operators;
import java.util.List;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;

/** What {@link Door} found out about a request; resource methods get it by {@code @Context}. */
public final class Given {
    private Given() {}

    static <T> void put(Class<T> type, T value) {
        JAXRSUtils.getCurrentMessage().getExchange().put(type, value);
    }

    public static <T> T of(Class<T> type) {
        return JAXRSUtils.getCurrentMessage().getExchange().get(type);
    }

    public static List<Object> providers() {
        return List.of(new ByCaller(), new ByOperator(), new ByOrigin(), new ByBearer(), new ByParams(), new ByIfMatch());
    }

    // one class each: CXF reads the type from the interface that the class itself names
    private static final class ByCaller implements ContextProvider<Caller> {
        @Override
        public Caller createContext(Message message) {
            return message.getExchange().get(Caller.class);
        }
    }

    private static final class ByOperator implements ContextProvider<Operators.Operator> {
        @Override
        public Operators.Operator createContext(Message message) {
            return message.getExchange().get(Operators.Operator.class);
        }
    }

    private static final class ByOrigin implements ContextProvider<Origin> {
        @Override
        public Origin createContext(Message message) {
            return message.getExchange().get(Origin.class);
        }
    }

    private static final class ByBearer implements ContextProvider<Bearer> {
        @Override
        public Bearer createContext(Message message) {
            return message.getExchange().get(Bearer.class);
        }
    }

    private static final class ByParams implements ContextProvider<Params> {
        @Override
        public Params createContext(Message message) {
            return message.getExchange().get(Params.class);
        }
    }

    private static final class ByIfMatch implements ContextProvider<IfMatch> {
        @Override
        public IfMatch createContext(Message message) {
            return message.getExchange().get(IfMatch.class);
        }
    }
}
