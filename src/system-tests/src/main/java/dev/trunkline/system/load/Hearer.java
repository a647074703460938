package dev.trunkline.system.load;

/** Who is told what a listening connection brings, in its order and never two things at once. */
public interface Hearer {
    void heard(Frame frame);

    /** The other side ended it. @param code the WebSocket's close code; -1 if it was lost or had none */
    default void ended(int code) {}
}
