namespace StretchChallenge.Testing.Telemetry;

/// <summary>One series of a figure, as it was last sent.</summary>
/// <param name="Meter">The meter's name.</param>
/// <param name="Instrument">The instrument's name.</param>
/// <param name="Unit">Its unit (UCUM).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The value; of a histogram, how often it was recorded.</param>
/// <param name="Tags">What tells the series from others of the instrument.</param>
public sealed record OtlpPoint(
    string Meter, string Instrument, string Unit, OtlpKind Kind, double Value, IReadOnlyDictionary<string, string> Tags);
