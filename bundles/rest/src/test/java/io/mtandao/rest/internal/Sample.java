package io.mtandao.rest.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Reduction;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One full value of any type of the api: no component is null. */
public final class Sample {
    public static final TenantId TENANT = new TenantId("isp-a");
    public static final Instant NOON = Instant.parse("2026-11-22T09:00:00Z");
    public static final Caller OWNER = caller(EnumSet.allOf(Permission.class));

    private Sample() {}

    public static Caller caller(Set<Permission> permissions) {
        return new Caller(TENANT, Caller.Kind.STAFF, "17", "Wanjiku Kamau", permissions, Origin.LOCAL);
    }

    public static Object of(Type type) {
        Class<?> raw = type instanceof Class<?> c ? c : (Class<?>) ((ParameterizedType) type).getRawType();
        if (raw == void.class) return null;
        if (raw == String.class) return "some text";
        if (raw == long.class || raw == Long.class) return 7L;
        if (raw == double.class) return -1.25;
        if (raw == byte[].class) return new byte[] {37, 80, 68, 70};
        if (raw == int.class || raw == Integer.class) return 3;
        if (raw == boolean.class || raw == Boolean.class) return true;
        if (raw == Instant.class) return NOON;
        if (raw == LocalDate.class) return LocalDate.of(2026, 11, 22);
        if (raw == LocalTime.class) return LocalTime.of(8, 30);
        if (raw == Reduction.class) return Reduction.percent(1250);
        if (raw == Money.class) return Money.of(150_000, "KES");
        if (raw == Period.class) return new Period(1, Period.Unit.MONTH);
        if (raw == TenantId.class) return TENANT;
        if (raw == Caller.class) return OWNER;
        if (raw == Page.class) return new Page<>(List.of(of(argument(type, 0))), "next-page");
        if (raw == Optional.class) return Optional.of(of(argument(type, 0)));
        if (raw == Set.class) return Set.of(of(argument(type, 0)));
        if (Collection.class.isAssignableFrom(raw)) return List.of(of(argument(type, 0)));
        if (raw == Map.class) return Map.of((String) of(argument(type, 0)), of(argument(type, 1)));
        if (raw.isEnum()) return raw.getEnumConstants()[0];
        if (raw.isRecord()) return record(raw);
        throw new IllegalArgumentException("no sample of " + type);
    }

    private static Object record(Class<?> raw) {
        try {
            RecordComponent[] components = raw.getRecordComponents();
            return raw.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
                .newInstance(Arrays.stream(components).map(c -> of(c.getGenericType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
