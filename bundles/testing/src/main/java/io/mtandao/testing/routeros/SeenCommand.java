package io.mtandao.testing.routeros;

import java.util.List;
import java.util.Map;

/**
 * A command as it arrived, logins and cancellations left out.
 *
 * @param apiUser who sent it
 * @param queries without their question marks
 */
public record SeenCommand(String apiUser, String path, Map<String, String> attributes, List<String> queries) {
}
