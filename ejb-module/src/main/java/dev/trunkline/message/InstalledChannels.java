package dev.trunkline.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** The channel names of this installation: the contract's, those that its platforms bring beyond them, the operator's aliases. */
@ApplicationScoped
public class InstalledChannels {
    @Produces
    @Singleton
    ChannelNames names(@Any Instance<FurtherChannels> vendors, Config config) {
        ChannelNames names = ChannelNames.shipped();
        for (FurtherChannels vendor : vendors) {
            names = names.with(vendor.channels());
        }
        return names.aliased(key -> config.getOptionalValue(key, String.class));
    }
}
