package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.Code;
import dev.trunkline.port.JsonParts;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.oauth.Grant;
import dev.trunkline.port.oauth.Grant.Kind;
import dev.trunkline.port.oauth.TokenEndpoint;
import dev.trunkline.port.oauth.TokenRequest;
import java.net.http.HttpRequest;
import java.util.Map;

/** Where Webex gives tokens (sheet 2.1): the integration is named in the form. */
record WebexccTokenEndpoint(WebexccSettings settings) implements TokenEndpoint {
    @Override
    public HttpRequest request(Grant grant) {
        if (grant.kind() == Kind.SAML || grant.kind() == Kind.CLIENT) {
            throw new VendorException(Code.AUTH_EXPIRED, "Webex takes no sign-in of kind " + grant.kind());
        }
        Map<String, String> form = grant.form();
        if (grant.kind() == Kind.CODE) {
            form.put("redirect_uri", settings.redirectUri());
        }
        return TokenRequest.inForm(
                WebexccHttp.below(settings.loginUrl(), "/access_token"),
                form,
                settings.clientId(),
                settings.clientSecret());
    }

    @Override
    public VendorException refused(int status, String body) {
        return WebexccErrorMapper.noToken(status, WebexccAnswers.error(body), word(body));
    }

    /** RFC 6749 5.2, where Webex keeps to it. */
    private static String word(String body) {
        try {
            return JsonParts.text(JsonParts.object(body), "error");
        } catch (IllegalArgumentException notTheirs) {
            return "";
        }
    }

    @Override
    public VendorException unreadable(int status, IllegalArgumentException failure) {
        return WebexccErrorMapper.unreadable(status, failure);
    }
}
