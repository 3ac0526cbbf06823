namespace StretchChallenge.Server.Live;

/// <summary>One round trip of clock synchronisation.</summary>
/// <param name="ClientMs">The client's own reading, handed back as it came.</param>
/// <param name="ServerMs">The server's clock in milliseconds since 1970-01-01 UTC.</param>
public sealed record ClockReading(double ClientMs, double ServerMs);
