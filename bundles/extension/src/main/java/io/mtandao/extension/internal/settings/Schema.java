package io.mtandao.extension.internal.settings;

import io.mtandao.api.extension.Plugins.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** All settings of a plugin, in the order of its annotation type. A plugin without a Metatype has none. */
public record Schema(List<Setting> settings) {
    /** @param locale null for the plugin's own language */
    public static Schema read(MetaTypeService metatypes, Bundle bundle, Class<?> type, Locale locale) {
        MetaTypeInformation information = metatypes.getMetaTypeInformation(bundle);
        List<String> pids = information == null ? List.of() : Stream.concat(Arrays.stream(information.getPids()), Arrays.stream(information.getFactoryPids())).toList();
        if (!pids.contains(type.getName())) return new Schema(List.of());
        ObjectClassDefinition ocd = information.getObjectClassDefinition(type.getName(), locale == null ? null : locale.toString());
        Set<String> required = Arrays.stream(definitions(ocd, ObjectClassDefinition.REQUIRED)).map(AttributeDefinition::getID).collect(Collectors.toSet());
        List<Setting> settings = new ArrayList<>();
        for (AttributeDefinition ad : definitions(ocd, ObjectClassDefinition.ALL)) settings.add(Setting.of(ad, required.contains(ad.getID())));
        return new Schema(List.copyOf(settings));
    }

    private static AttributeDefinition[] definitions(ObjectClassDefinition ocd, int filter) {
        AttributeDefinition[] found = ocd.getAttributeDefinitions(filter);
        return found == null ? new AttributeDefinition[0] : found;
    }

    public Optional<Setting> find(String id) {
        return settings.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public List<Field> fields() {
        return settings.stream().map(Setting::field).toList();
    }
}
