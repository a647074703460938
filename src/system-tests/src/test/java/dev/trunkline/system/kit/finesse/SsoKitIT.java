package dev.trunkline.system.kit.finesse;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.Control;
import dev.trunkline.system.kit.FaultCases;
import dev.trunkline.system.kit.VerbCases;
import java.util.Map;

/** Single sign-on: the agent's access token is what Login gives, for REST and as XMPP password. */
class SsoKitIT extends ContractKit implements VerbCases, FaultCases {
    SsoKitIT() {
        super(new Finesse() {
            @Override
            public String title() {
                return "Finesse, SSO";
            }

            @Override
            public Map<String, String> simulator() {
                Map<String, String> options = super.simulator();
                options.put("finesse.authMode", "sso");
                return options;
            }

            @Override
            public boolean configured() {
                return false;
            }

            @Override
            public Map<String, Object> credentials(Control control, String agent) {
                return Map.of("username", agent, "password", control.token(agent), "extension", phone(agent));
            }
        });
    }
}
