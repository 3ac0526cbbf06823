namespace StretchChallenge.Testing.Telemetry;

/// <summary>One span as it was sent; ids are in hexadecimal.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="TraceId">The trace it is part of.</param>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">The id of the span above it; empty where it is the first.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tags">What it says.</param>
/// <param name="Links">The ids of the spans it links to.</param>
public sealed record OtlpSpan(
    string Source,
    string TraceId,
    string Id,
    string ParentId,
    string Name,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<string> Links);
