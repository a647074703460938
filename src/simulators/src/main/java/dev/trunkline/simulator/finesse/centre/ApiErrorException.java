package dev.trunkline.simulator.finesse.centre;

/** A request that Finesse refuses at once (sheet 3.4, upper table). */
public class ApiErrorException extends RuntimeException {
    private final int status;
    private final String type;
    private final String data;

    public ApiErrorException(int status, String type, String message, String data) {
        super(message);
        this.status = status;
        this.type = type;
        this.data = data;
    }

    public static ApiErrorException badRequest(String message) {
        return new ApiErrorException(400, "Bad Request", message, "");
    }

    public static ApiErrorException missing(String parameter) {
        return new ApiErrorException(400, "Parameter Missing", parameter + " is missing", parameter);
    }

    public static ApiErrorException invalidInput(String message, String data) {
        return new ApiErrorException(400, "Invalid Input", message, data);
    }

    public static ApiErrorException unauthorized() {
        return new ApiErrorException(401, "Authorization Failure", "Unauthorized", "");
    }

    public static ApiErrorException otherUser(String user) {
        return new ApiErrorException(
                401, "Invalid Authorization User Specified", "The user is not the authenticated one", user);
    }

    public static ApiErrorException invalidState(AgentState state) {
        return new ApiErrorException(401, "Invalid State", "Not possible in state " + state, state.name());
    }

    public static ApiErrorException notFound(String type, String what) {
        return new ApiErrorException(404, type, type, what);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String data() {
        return data;
    }
}
