using System.Text.Json;

namespace StretchChallenge.Testing.Live;

/// <summary>Something that a hub pushed: the client method it named, and what it said.</summary>
public sealed record HubEvent(string Target, JsonElement Message);
