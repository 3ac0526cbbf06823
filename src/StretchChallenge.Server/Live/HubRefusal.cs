using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Server.Live;

/// <summary>
/// Why the hub refused a call, as the members of a problem (RFC 9457) in JSON: the text of an exception is all that SignalR sends.
/// </summary>
/// <param name="Type">The refusal's code.</param>
/// <param name="Detail">One or two English sentences for the person.</param>
/// <param name="Params">The values that words for the code need.</param>
internal sealed record HubRefusal(
    string Type,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, object>? Params)
{
    // SignalR escapes the text again.
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The exception that refuses a call.</summary>
    public static HubException Of(Refusal refusal) =>
        new(JsonSerializer.Serialize(new HubRefusal(refusal.Code, refusal.Detail, refusal.Params), Json));
}
