package io.mtandao.extension.internal.settings;

import io.mtandao.api.extension.Plugins.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * One setting of a plugin, as its Metatype describes it. Values are texts; one that takes several has a line for each.
 *
 * @param type as in {@link Field}
 * @param byDefault null when there is none
 */
public record Setting(
        String id, String name, String help, String type, boolean required, boolean several, String byDefault, Map<String, String> options, AttributeDefinition definition) {
    public static final int LONGEST = 4000;

    static Setting of(AttributeDefinition ad, boolean required) {
        Map<String, String> options = new LinkedHashMap<>();
        String[] values = ad.getOptionValues();
        for (int i = 0; values != null && i < values.length; i++) options.put(values[i], ad.getOptionLabels() == null ? values[i] : ad.getOptionLabels()[i]);
        String[] def = ad.getDefaultValue();
        String byDefault = def == null || def.length == 0 ? null : String.join("\n", def);
        return new Setting(ad.getID(), ad.getName(), ad.getDescription(), type(ad, !options.isEmpty()), required, ad.getCardinality() != 0, byDefault, options, ad);
    }

    private static String type(AttributeDefinition ad, boolean options) {
        return switch (ad.getType()) {
            case AttributeDefinition.PASSWORD -> "password";
            case AttributeDefinition.BOOLEAN -> "boolean";
            case AttributeDefinition.INTEGER, AttributeDefinition.LONG, AttributeDefinition.SHORT, AttributeDefinition.BYTE -> options ? "option" : "integer";
            default -> options ? "option" : "text";
        };
    }

    public boolean secret() {
        return type.equals("password");
    }

    /** Whether it must be given and nothing stands in for it; a yes or no is never missing. */
    public boolean mandatory() {
        return required && !type.equals("boolean") && (byDefault == null || byDefault.isBlank());
    }

    public Field field() {
        return new Field(id, name, help, type, required, secret() ? null : byDefault, options);
    }

    /** What is wrong with a value, for a person; null when nothing is. */
    public String fault(String value) {
        if (value.length() > LONGEST) return "at most " + LONGEST + " characters";
        for (String one : lines(value)) {
            // the service splits at commas what may have several values
            String wrong = definition.validate(several ? one.replace("\\", "\\\\").replace(",", "\\,") : one);
            if (wrong != null && !wrong.isEmpty()) return clear(wrong);
        }
        return null;
    }

    /** What the converter is to make the plugin's type of. */
    Object raw(String value) {
        return several ? lines(value) : value;
    }

    private List<String> lines(String value) {
        return several ? value.lines().map(String::strip).filter(l -> !l.isEmpty()).toList() : List.of(value);
    }

    /** The service's five texts name no field and no limit (and no getter tells the limits); these say what to do. */
    private String clear(String wrong) {
        boolean number = type.equals("integer");
        if (wrong.contains("missing")) return "must be given";
        if (wrong.contains("less than minimum")) return number ? "is too small" : "is too short";
        if (wrong.contains("greater than maximum")) return number ? "is too large" : "is too long";
        if (wrong.contains("not a valid option")) return "must be one of " + String.join(", ", options.keySet());
        if (!wrong.contains("invalid value")) return wrong;
        return number ? "must be a whole number" : type.equals("boolean") ? "must be true or false" : "is not valid";
    }
}
