package io.mtandao.itest;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Which components wait for a service that is not there, and why it is not: the tree down to the root cause. */
final class UnsatisfiedComponents {
    private final ServiceComponentRuntime runtime;
    private final Collection<ComponentDescriptionDTO> all;

    UnsatisfiedComponents(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
        this.all = runtime.getComponentDescriptionDTOs();
    }

    List<String> trees() {
        return all.stream().flatMap(description -> runtime.getComponentConfigurationDTOs(description).stream())
                .filter(component -> component.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE)
                .map(component -> tree(component, "", new HashSet<>()))
                .collect(Collectors.toList());
    }

    private String tree(ComponentConfigurationDTO component, String indent, Set<String> seen) {
        StringBuilder text = new StringBuilder(indent + component.description.name + " (" + component.description.bundle.symbolicName + ")\n");
        if (!seen.add(component.description.name)) return text.toString();
        for (UnsatisfiedReferenceDTO missing : component.unsatisfiedReferences) {
            String type = type(component.description, missing.name);
            text.append(indent).append("  needs ").append(type).append(missing.target == null ? "" : " " + missing.target).append('\n');
            all.stream().filter(provider -> Arrays.asList(provider.serviceInterfaces).contains(type))
                    .forEach(provider -> text.append(provider(provider, indent + "    ", seen)));
        }
        return text.toString();
    }

    private String provider(ComponentDescriptionDTO provider, String indent, Set<String> seen) {
        Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(provider);
        if (configurations.isEmpty()) return indent + provider.name + " is not configured or not enabled\n";
        return configurations.stream().map(component -> tree(component, indent, seen)
                + (component.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ? indent + "  needs configuration " + Arrays.toString(provider.configurationPid) + "\n" : "")
                + (component.failure == null ? "" : indent + "  failed: " + component.failure + "\n")).collect(Collectors.joining());
    }

    private static String type(ComponentDescriptionDTO description, String reference) {
        for (ReferenceDTO declared : description.references) if (declared.name.equals(reference)) return declared.interfaceName;
        return reference;
    }
}
