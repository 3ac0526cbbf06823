using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Storage.Users;

/// <summary>A row of <c>zone_changes</c>.</summary>
internal sealed class ZoneChangeRow
{
    public UserId UserId { get; init; }

    public DateTimeOffset EffectiveAt { get; init; }

    public string ZoneId { get; init; } = "";

    public bool Neutralises { get; init; }

    public ZoneChange ToValue() => new(EffectiveAt, ZoneId, Neutralises);
}
