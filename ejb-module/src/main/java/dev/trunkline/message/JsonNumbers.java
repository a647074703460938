package dev.trunkline.message;

/** Numbers of JSON, kept as they were written: nobody may turn a telephone number into 6.0855e9. */
final class JsonNumbers {
    static String read(JsonCursor cursor) {
        int start = cursor.position();
        cursor.take('-');
        if (!digit(cursor.peek())) {
            throw cursor.failure(start, "a value was expected");
        }
        if (!cursor.take('0')) {
            digits(cursor);
        }
        if (cursor.take('.')) {
            digits(cursor);
        }
        if (cursor.take('e') || cursor.take('E')) {
            if (!cursor.take('+')) {
                cursor.take('-');
            }
            digits(cursor);
        }
        return cursor.since(start);
    }

    static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    private static void digits(JsonCursor cursor) {
        if (!digit(cursor.peek())) {
            throw cursor.failure("a digit was expected");
        }
        while (digit(cursor.peek())) {
            cursor.next();
        }
    }

    private JsonNumbers() {}
}
