package io.mtandao.rest.internal.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** JSON as this API speaks it: ISO instants, enums by {@link Words}, and nothing guessed: unknown fields, doubled fields and wrong types are refused. */
public final class Json {
    private Json() {}

    public static JsonMapper mapper() {
        return JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(words())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("words");
        module.addDeserializer(Instant.class, new MomentIn<>(Instant.class, Moments::instant));
        module.addDeserializer(LocalDate.class, new MomentIn<>(LocalDate.class, Moments::day));
        module.addDeserializer(LocalTime.class, new MomentIn<>(LocalTime.class, Moments::time));
        module.addSerializer(LocalTime.class, ToStringSerializer.instance);
        module.addSerializer(Enum.class, new CodeOut());
        module.setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> ours) {
                return new CodeIn(type.getRawClass());
            }
        });
        return module;
    }

    @SuppressWarnings("rawtypes")
    private static final class CodeOut extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1;

        CodeOut() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Words.code(value));
        }
    }

    /** Jackson's own would take a number for seconds or days since 1970. */
    private static final class MomentIn<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> parser;

        MomentIn(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.hasToken(JsonToken.VALUE_STRING) ? in.getText() : "";
            try {
                return parser.apply(text);
            } catch (DateTimeParseException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, Moments.wanted(handledType()));
            }
        }
    }

    private static final class CodeIn extends StdDeserializer<Object> {
        private static final long serialVersionUID = 1;

        CodeIn(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String code = in.getValueAsString();
            Object constant = code == null ? null : Words.constant(handledType(), code).orElse(null);
            return constant != null ? constant : context.handleWeirdStringValue(handledType(), code == null ? "" : code, Words.oneOf(handledType()));
        }
    }
}
