package dev.trunkline.system.kit;

/** All groups of cases. A variant of a platform that passes them takes those that its difference can touch. */
public interface WholeKit
        extends VerbCases,
                TwoCallCases,
                OfferCases,
                RefusalCases,
                AgentCases,
                FarEndCases,
                ReasonCases,
                FaultCases,
                DialCases,
                StreamCases,
                RestartCases {}
