using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Server.Live;

/// <summary>
/// Why the hub refused a call, as the members of a problem (RFC 9457) in JSON: the text of an exception is all that SignalR sends.
/// </summary>
/// <param name="Type">The refusal's code.</param>
/// <param name="Detail">One or two sentences for the person.</param>
/// <param name="Params">The values that the detail names.</param>
internal sealed record HubRefusal(
    string Type,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableDictionary<string, string>? Params)
{
    /// <summary>The exception that refuses a call.</summary>
    public static HubException Of(Refusal refusal) => new(JsonSerializer.Serialize(
        new HubRefusal(refusal.Code, refusal.Detail, refusal.Params), JsonSerializerOptions.Web));
}
