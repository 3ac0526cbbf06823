namespace StretchChallenge.Domain.Sessions;

/// <summary>A span of the server's clock, in Unix milliseconds; its end is not part of it.</summary>
public readonly record struct ClockSpan(long From, long To)
{
    /// <summary>How long it is; never below 0.</summary>
    public long Length => Math.Max(0, To - From);

    /// <summary>The part of it that lies in another span.</summary>
    public ClockSpan Within(ClockSpan other) => new(Math.Max(From, other.From), Math.Min(To, other.To));
}
