namespace StretchChallenge.Domain.Calendars;

/// <summary>A change of a person's stored zone (rule 3).</summary>
/// <param name="EffectiveAt">The midnight of the old zone at which it takes effect.</param>
/// <param name="ZoneId">The IANA zone from then on.</param>
/// <param name="Neutralises">Whether the dates that it shortens or skips are neutral: once in 14 days.</param>
public readonly record struct ZoneChange(DateTimeOffset EffectiveAt, string ZoneId, bool Neutralises);
