package dev.trunkline.port;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds the platforms that are in this deployment; there is no list of them anywhere else. */
@ApplicationScoped
public class Vendors {
    @Inject
    @Any
    Instance<VendorService> services;

    /** Every platform in this deployment, configured or not, by name. */
    public List<VendorService> all() {
        return StreamSupport.stream(services.spliterator(), false)
                .sorted(Comparator.comparing(VendorService::vendor))
                .toList();
    }

    /** The platform behind a canonical channel name. */
    public Optional<VendorService> find(String channel) {
        return all().stream()
                .filter(service -> service.channels().containsValue(channel))
                .findFirst();
    }

    /** The platform behind a canonical channel name, refused if this installation has none such. */
    public VendorService configured(String channel) {
        return find(channel)
                .filter(VendorService::configured)
                .orElseThrow(() -> new RefusedException(
                        Code.CHANNEL_NOT_CONFIGURED, "channel " + channel + " has no platform in this installation"));
    }

    /** The platform of that name, if it is in this deployment. */
    public Optional<VendorService> lookUp(String vendor) {
        return all().stream().filter(service -> service.vendor().equals(vendor)).findFirst();
    }

    /** The platform of that name, which must be in this deployment. */
    public VendorService named(String vendor) {
        return lookUp(vendor)
                .orElseThrow(() -> new RefusedException(
                        Code.CHANNEL_NOT_CONFIGURED, "there is no platform " + vendor + " in this installation"));
    }
}
