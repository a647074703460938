package dev.trunkline.simulator.gws.centre;

import java.util.Map;
import java.util.Optional;

/**
 * What an agent asks for; text is empty and maps are absent where the request has none.
 *
 * @param number where to, of a dial, a transfer or a conference
 * @param otherCallUri of a swap
 * @param consultCallUri of the end of a consult
 */
public record Operation(
        String name,
        String number,
        Optional<Map<String, Object>> userData,
        String digits,
        String key,
        String otherCallUri,
        String consultCallUri) {

    String destination() {
        if (number.isBlank()) {
            throw StatusException.missing("destination");
        }
        return number.strip();
    }

    Map<String, Object> data() {
        return userData.orElseThrow(() -> StatusException.missing("userData"));
    }
}
