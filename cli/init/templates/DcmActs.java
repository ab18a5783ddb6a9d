// The driver hook of a bank: dcm verify asks it to act. Made by dcm init for Java 17 or newer; needs no packages.
// Fill in one act after the other; an act that is not built answers 501, and what needs it is not verified.
// docs/acts.md of dcm-conformance says for each act which requests DCM must see. Acts move money: this hook belongs
// in a test installation only, in the process of your bank or beside it.
//
//   ACTS_TOKEN=... java DcmActs.java
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

public class DcmActs {
    /** Objects are maps, arrays are lists, numbers are BigDecimal. */
    interface Act {
        Map<String, Object> perform(Map<String, Object> input, Map<String, Object> dcm) throws Exception;
    }

    @SuppressWarnings("serial")
    static class NotBuilt extends RuntimeException {}

    static Map<String, Object> notBuilt(Map<String, Object> input, Map<String, Object> dcm) {
        throw new NotBuilt();
    }

    // An act is given its input and `dcm`: base_url, counterparty_guid, asset_code, asset_issuer, scheme, employee.
    // It returns its output (Map.of() if none), or throws an exception that says why DCM refused or the bank could
    // not do it.
    static final Map<String, Act> ACTS = new LinkedHashMap<>();

    static {
        // each act
        // __DUTY__
        // Input: __INPUT__
        // Output: __OUTPUT__
        ACTS.put("__ACT-NAME__", DcmActs::notBuilt);

        // end of acts
    }

    record Answer(int status, Map<String, Object> body) {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    static Answer perform(Map<String, Object> order) {
        String name = (String) order.get("act");
        Act act = ACTS.get(name);
        if (act == null) return new Answer(501, Map.of("error", "unknown act " + name));
        try {
            Map<String, Object> output = act.perform(object(order.get("input")), object(order.get("dcm")));
            return new Answer(200, Map.of("ok", true, "output", output == null ? Map.of() : output));
        } catch (NotBuilt notBuilt) {
            return new Answer(501, Map.of("error", "act " + name + " is not built yet"));
        } catch (Exception error) {
            return new Answer(200, Map.of("ok", false, "error", String.valueOf(error.getMessage())));
        }
    }

    /** If an id comes again, the bank gives the first response again and does not act twice. */
    static final Map<String, CompletableFuture<Answer>> ANSWERED = new ConcurrentHashMap<>();

    static Answer once(Map<String, Object> order) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> first = ANSWERED.putIfAbsent((String) order.get("id"), mine);
        if (first != null) return first.join();
        mine.complete(perform(order));
        return mine.join();
    }

    static Answer answer(HttpExchange exchange, String token) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (!method.equals("POST") || !path.equals("__PATH__"))
            return new Answer(501, Map.of("error", "not built yet: " + method + " " + path));
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization")))
            return new Answer(401, Map.of("error", "wrong token: see ACTS_TOKEN"));
        Map<String, Object> order;
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            order = object(new Json(body).whole());
        } catch (RuntimeException notJson) {
            order = Map.of();
        }
        if (!(order.get("act") instanceof String) || !(order.get("id") instanceof String))
            return new Answer(400, Map.of("error", "expected a JSON object with act and id"));
        return once(order);
    }

    static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    public static void main(String[] args) throws IOException {
        String token = setting("ACTS_TOKEN", "");
        if (token.isEmpty()) {
            System.err.println("ACTS_TOKEN is not set: it must be the driver.token of bank.yaml");
            System.exit(2);
        }
        String host = setting("HOST", "127.0.0.1");
        String port = setting("PORT", "__PORT__");
        HttpServer server = null;
        try {
            server = HttpServer.create(new InetSocketAddress(host, Integer.parseInt(port)), 0);
        } catch (IOException error) {
            System.err.println("cannot listen at " + host + ":" + port + ": " + error.getMessage()
                + "; another PORT can be set in the environment");
            System.exit(1);
        }
        // A thread for each request: an act may wait for DCM, which asks the bank meanwhile.
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            Answer answer = answer(exchange, token);
            byte[] body = Json.write(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.out.println("acts hook at http://" + host + ":" + server.getAddress().getPort() + "__PATH__");
    }

    /** A small reader and writer of JSON: the JDK has none. Use your bank's own library instead. */
    static class Json {
        final String text;
        int at = 0;

        Json(String text) {
            this.text = text;
        }

        Object whole() {
            Object value = value();
            if (next() != 0) throw new IllegalArgumentException("text after JSON");
            return value;
        }

        char next() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
            return at < text.length() ? text.charAt(at) : 0;
        }

        void expect(char wanted) {
            if (next() != wanted) throw new IllegalArgumentException("expected " + wanted + " at " + at);
            at++;
        }

        boolean skip(char wanted) {
            if (next() != wanted) return false;
            at++;
            return true;
        }

        Object value() {
            switch (next()) {
                case '{':
                    at++;
                    Map<String, Object> members = new LinkedHashMap<>();
                    if (skip('}')) return members;
                    do {
                        next();
                        String name = string();
                        expect(':');
                        members.put(name, value());
                    } while (skip(','));
                    expect('}');
                    return members;
                case '[':
                    at++;
                    List<Object> items = new ArrayList<>();
                    if (skip(']')) return items;
                    do items.add(value()); while (skip(','));
                    expect(']');
                    return items;
                case '"':
                    return string();
                default:
                    int from = at;
                    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
                    String word = text.substring(from, at);
                    if (word.equals("null")) return null;
                    if (word.equals("true") || word.equals("false")) return word.equals("true");
                    return new BigDecimal(word);
            }
        }

        String string() {
            expect('"');
            StringBuilder out = new StringBuilder();
            for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
                if (c != '\\') {
                    out.append(c);
                    continue;
                }
                char escaped = text.charAt(at++);
                int simple = "bfnrt".indexOf(escaped);
                if (simple >= 0) out.append("\b\f\n\r\t".charAt(simple));
                else if (escaped != 'u') out.append(escaped);
                else {
                    out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
            }
            return out.toString();
        }

        static String write(Object value) {
            if (value instanceof Map<?, ?> members) {
                List<String> parts = new ArrayList<>();
                members.forEach((name, one) -> parts.add(write(String.valueOf(name)) + ":" + write(one)));
                return "{" + String.join(",", parts) + "}";
            }
            if (value instanceof List<?> items)
                return "[" + String.join(",", items.stream().map(Json::write).toList()) + "]";
            if (!(value instanceof String text)) return String.valueOf(value);
            StringBuilder out = new StringBuilder("\"");
            for (char c : text.toCharArray()) {
                if (c == '"' || c == '\\') out.append('\\').append(c);
                else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
                else out.append(c);
            }
            return out.append('"').toString();
        }
    }
}
