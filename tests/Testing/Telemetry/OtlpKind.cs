namespace StretchChallenge.Testing.Telemetry;

/// <summary>The sorts of figure.</summary>
public enum OtlpKind
{
    /// <summary>A value at a time.</summary>
    Gauge,

    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>A sum that goes up and down.</summary>
    UpDownCounter,

    /// <summary>How often values fell into which range.</summary>
    Histogram,
}
