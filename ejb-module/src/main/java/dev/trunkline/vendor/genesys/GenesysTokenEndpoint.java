package dev.trunkline.vendor.genesys;

import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.oauth.Grant;
import dev.trunkline.port.oauth.Grant.Kind;
import dev.trunkline.port.oauth.TokenEndpoint;
import dev.trunkline.port.oauth.TokenRequest;
import dev.trunkline.vendor.genesys.wire.ApiError;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/** Where Genesys Cloud gives tokens (sheet 2.1, 2.3). */
record GenesysTokenEndpoint(GenesysSettings settings) implements TokenEndpoint {
    @Override
    public HttpRequest request(Grant grant) {
        URI url = settings.loginUrl()
                .orElseThrow(() -> new VendorException(
                        Code.CHANNEL_NOT_CONFIGURED, GenesysSettings.PREFIX + "loginUrl is not set"));
        Map<String, String> form = grant.form();
        if (grant.kind() == Kind.CODE) {
            form.put("redirect_uri", settings.redirectUri());
        } else if (grant.kind() == Kind.SAML) {
            form.put("orgName", settings.organization());
        }
        // A client of the platform has one way to sign in, so the organisation's own is another than the agents' (sheet
        // 2.1).
        boolean agents = grant.kind() != Kind.CLIENT;
        String id = agents ? settings.clientId() : settings.serviceClientId();
        Credential secret = agents ? settings.clientSecret() : settings.serviceClientSecret();
        return TokenRequest.basic(GenesysHttp.below(url, "/oauth/token"), form, id, secret);
    }

    @Override
    public VendorException refused(int status, String body) {
        return GenesysErrorMapper.noToken(status, error(body));
    }

    @Override
    public VendorException unreadable(int status, IllegalArgumentException failure) {
        return GenesysErrorMapper.unreadable(status, failure);
    }

    static ApiError error(String body) {
        try {
            return GenesysJson.error(body);
        } catch (IllegalArgumentException notTheirs) {
            return new ApiError("", "", "");
        }
    }
}
