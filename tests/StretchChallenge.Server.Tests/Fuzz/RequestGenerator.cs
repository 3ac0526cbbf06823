using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace StretchChallenge.Server.Tests.Fuzz;

/// <summary>Requests made from the API's own description, with odd ids, values, bodies and headers.</summary>
internal sealed class RequestGenerator(Uri server, JsonElement document, OddValues odd)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "get"];

    private static readonly string[] ContentTypes =
    [
        "application/json; charset=x", "application/json; charset=utf-7", "application/json;charset=\"utf-8\"", "text/plain", "text/csv",
        "application/xml", "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded", "application/json;;;",
        "json", ";", "application/problem+json",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("Host", ["localhost:99999", "xn--", "xn--a", "localhost:", "[::1", "a b", "localhost:0", "evil.example", "\u00fc.example", new('h', 300)]),
        ("Idempotency-Key", ["1", "2", "3", "", " ", "\u00e9", new('k', 129), new('k', 4000)]),
        ("Accept", ["text/html", "*/*;q=x", ";", "application/xml"]),
        ("Accept-Language", ["de", "xx", "*", ";;;", "de-DE-x-y-z;q=9", new('a', 500)]),
        ("Origin", ["null", "https://elsewhere.example", "http://", "x", "http://xn--"]),
        ("Sec-Fetch-Site", ["cross-site", "none", "x"]),
        ("X-Forwarded-For", ["203.0.113.9", "x", "::", "1,2,3"]),
        ("X-Forwarded-Host", ["xn--", "localhost:99999"]),
        ("X-Forwarded-Proto", ["gopher", ""]),
        ("Range", ["bytes=0-1", "bytes=9-1", "x"]),
        ("If-None-Match", ["*", "\"x\"", "x"]),
        ("If-Modified-Since", ["x", "Wed, 11 Mar 2026 08:00:00 GMT"]),
        ("Cookie", ["stretch=x", "stretch=", "=", "stretch=CfDJ8AAAA"]),
        ("Content-Encoding", ["gzip", "x"]),
        ("Expect", ["100-continue"]),
        ("traceparent", ["00-x", "00-00000000000000000000000000000000-0000000000000000-00"]),
        ("Authorization", ["Bearer x", "Basic eDp5"]),
    ];

    private readonly (string Path, string Method, JsonElement Operation)[] _operations =
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from method in path.Value.EnumerateObject()
           where path.Name != "/api/account/logout"
           select (path.Name, method.Name.ToUpperInvariant(), method.Value),
    ];

    /// <summary>The next request, of somebody with this cookie.</summary>
    public HttpRequestMessage Next(string? cookie)
    {
        var (path, method, operation) = odd.One(_operations);
        var target = new StringBuilder(string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Escape(odd.Text()) : part)));
        foreach (var parameter in Parameters(operation).Where(_ => odd.Chance(70)))
        {
            target.Append(target.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(parameter).Append('=').Append(Escape(odd.Text()));
        }

        var request = new HttpRequestMessage(
            new HttpMethod(odd.Chance(95) ? method : odd.One(Methods)),
            new Uri($"{server.GetLeftPart(UriPartial.Authority)}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (operation.TryGetProperty("requestBody", out var body) || odd.Chance(10))
        {
            request.Content = Content(body);
        }

        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        AddHeaders(request);
        return request;
    }

    private static IEnumerable<string> Parameters(JsonElement operation) => operation.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Where(one => one.GetProperty("in").GetString() == "query").Select(one => one.GetProperty("name").GetString()!)
        : [];

    private string Escape(string text) => odd.Chance(90) ? Uri.EscapeDataString(text) : "%ff%fe%2e%2e" + Uri.EscapeDataString(text);

    private void AddHeaders(HttpRequestMessage request)
    {
        for (var more = odd.Chance(40); more; more = odd.Chance(40))
        {
            var (name, values) = odd.One(Headers);
            request.Headers.TryAddWithoutValidation(name, odd.One(values));
        }
    }

    private ByteArrayContent Content(JsonElement body)
    {
        var content = new ByteArrayContent(odd.Chance(5) ? odd.Bytes() : Encoding.UTF8.GetBytes(odd.Chance(10) ? odd.Json() : Object(Properties(body))));
        if (odd.Chance(90))
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        else
        {
            content.Headers.TryAddWithoutValidation("Content-Type", odd.One(ContentTypes));
        }

        return content;
    }

    private string Object(IEnumerable<(string Name, JsonElement Schema)> properties) => "{" + string.Join(
        ',', properties.Where(_ => odd.Chance(90)).Select(property => $"\"{property.Name}\":{Value(property)}")) + (odd.Chance(97) ? "}" : "");

    // Most values are such as the field takes, so that a request gets past the first check.
    private string Value((string Name, JsonElement Schema) property) => odd.Chance(25) ? odd.Json() : property.Name switch
    {
        "email" => $"\"{Guid.NewGuid():N}@example.com\"",
        "password" => "\"a long enough one\"",
        "displayName" or "name" => JsonSerializer.Serialize(odd.One("Ann", "Zoë", odd.Text())),
        "timeZone" => "\"Europe/Berlin\"",
        "startsOn" or "from" or "to" or "reportFor" => odd.One("\"2026-03-09\"", "\"2026-03-12\"", "\"9999-12-31\"", "\"0001-01-01\""),
        "startsAt" => odd.One("\"2026-03-12T08:00:00Z\"", "null", "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\""),
        "role" => odd.One("\"participant\"", "\"captain\"", "\"organiser\""),
        _ => odd.Json(),
    };

    private IEnumerable<(string Name, JsonElement Schema)> Properties(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var schema = body.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        return schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(property => (property.Name, property.Value))
            : [];
    }
}
