using System.Text.Json.Serialization;
using StretchChallenge.Contracts.Teams;

namespace StretchChallenge.Contracts.Standings;

/// <summary>
/// One row of a board. Team rows carry points, members and today's count; person rows their days and share.
/// </summary>
/// <param name="Id">The team or person.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Rank">The rank; equal places share one (rule 20); null where not ranked (rules 18 and 19).</param>
/// <param name="Streak">The current streak in days.</param>
/// <param name="Best">The longest streak.</param>
[GenerateSerializer, Immutable, Alias("BoardRow")]
public sealed record BoardRow(string Id, string Name, int? Rank, int Streak, int Best)
{
    /// <summary>A team's points in millionths (rule 16).</summary>
    [Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MicroPoints { get; init; }

    /// <summary>A team's current members.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Members { get; init; }

    /// <summary>A team's count of today.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TeamToday? Today { get; init; }

    /// <summary>A person's done due days.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Done { get; init; }

    /// <summary>A person's due days up to today.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Due { get; init; }

    /// <summary>A person's pending days.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Pending { get; init; }

    /// <summary>A person's share of done days in hundredths of a percent (rule 19).</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BasisPoints { get; init; }

    /// <summary>
    /// The rank before today, in the challenge's zone: the difference is what today has changed. Null where not ranked then,
    /// and outside the challenge.
    /// </summary>
    [Id(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MorningRank { get; init; }
}
