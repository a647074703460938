package dev.trunkline.command;

import dev.trunkline.message.FurtherChannels;
import dev.trunkline.port.Vendors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the reader the channel names that the platforms of this deployment bring with them. */
@ApplicationScoped
public class VendorChannels implements FurtherChannels {
    @Inject
    Vendors vendors;

    @Override
    public Map<String, String> channels() {
        Map<String, String> names = new LinkedHashMap<>();
        vendors.all().forEach(platform -> names.putAll(platform.channels()));
        return names;
    }
}
