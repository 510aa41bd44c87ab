package io.mtandao.voucher.internal.print;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What stands on every card of a batch beside the code, in the ISP's language.
 *
 * @param worth the package's name or the amount
 * @param lines until when, for how many, whom to ask
 * @param colour {@code #rrggbb}, or null
 */
public record CardText(String isp, String worth, List<String> lines, String colour, String batch) {
    /** @param lastDay null for ever @param devices 0 for what the package says @param supportPhone may be null */
    public static CardText in(String language, String isp, String worth, LocalDate lastDay, int devices, String supportPhone, String colour, String batch) {
        boolean swahili = "sw".equals(language);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.forLanguageTag(swahili ? "sw" : "en"));
        String useBy = lastDay == null ? "" : (swahili ? "Tumia kabla ya mwisho wa " : "Use by ") + day.format(lastDay);
        String limit = devices == 0 ? "" : swahili ? "Vifaa: " + devices : devices == 1 ? "1 device" : devices + " devices";
        String help = supportPhone == null || supportPhone.isBlank() ? "" : (swahili ? "Msaada: " : "Help: ") + supportPhone;
        return new CardText(isp, worth, Stream.of(useBy, limit, help).filter(line -> !line.isEmpty()).toList(), colour, batch);
    }
}
