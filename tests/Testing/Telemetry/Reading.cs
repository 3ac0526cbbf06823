namespace StretchChallenge.Testing.Telemetry;

/// <summary>One measurement.</summary>
/// <param name="Instrument">The instrument's name.</param>
/// <param name="Value">What it measured, in the instrument's unit.</param>
/// <param name="Tags">What it says of it.</param>
public sealed record Reading(string Instrument, double Value, IReadOnlyDictionary<string, string> Tags);
