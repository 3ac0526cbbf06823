using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Contracts.Standings;

/// <summary>A board at one version.</summary>
/// <param name="ChallengeId">The challenge.</param>
/// <param name="Board">Which board.</param>
/// <param name="Version">Counts the published changes; the next change has the next number.</param>
/// <param name="Total">How many teams or people are on the board, listed or not.</param>
/// <param name="Rows">The listed rows, best first.</param>
/// <param name="Own">The asking person's own row, or their team's.</param>
[GenerateSerializer, Immutable, Alias("BoardSnapshot")]
public sealed record BoardSnapshot(
    string ChallengeId,
    BoardKind Board,
    long Version,
    int Total,
    ImmutableArray<BoardRow> Rows,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OwnRow? Own)
{
    /// <summary>Of a watched board: what the versions belong to; changes of another epoch do not apply to this snapshot.</summary>
    [Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Epoch { get; init; }

    /// <summary>
    /// Of a watched board of people: how many have each score, from which watchers compute the ranks. Where few are unlisted, it
    /// counts the listed alone, and ranks are among them (rule 21).
    /// </summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ScoreCount>? Scores { get; init; }
}

/// <summary>How many people have a score on a board of people: in JSON <c>[[first, second], people]</c>.</summary>
/// <param name="First">The current streak, or on the consistency board the whole percent.</param>
/// <param name="Second">The best streak, or on the consistency board the current streak.</param>
/// <param name="People">How many have this score; in a change 0 when nobody has it any more.</param>
[GenerateSerializer, Immutable, Alias("ScoreCount"), JsonConverter(typeof(ScoreCountConverter))]
public sealed record ScoreCount(int First, int Second, int People);

/// <summary>
/// One row of a board. Team rows carry points, members and today's count; person rows the percent, and one's own row the days
/// behind it: nobody is shown another person's due days (rule 21).
/// </summary>
/// <param name="Id">The team or person.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Rank">The rank; equal places share one (rule 20); null where not ranked (rules 18 and 19).</param>
/// <param name="Streak">The current streak in days.</param>
/// <param name="Best">The longest streak.</param>
[GenerateSerializer, Immutable, Alias("BoardRow")]
public sealed record BoardRow(string Id, string Name, int? Rank, int Streak, int Best)
{
    /// <summary>
    /// Stands for a rank in the changes of a board of people, which watchers compute from the scores, and for a rank of this morning
    /// that they have. JSON leaves both out.
    /// </summary>
    public const int KnownRank = 0;

    /// <summary>A team's points in whole numbers (rule 16); for a team of fewer than 5 current members those of this morning.</summary>
    [Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Points { get; init; }

    /// <summary>A team's current members.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Members { get; init; }

    /// <summary>A team's count of today.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TeamToday? Today { get; init; }

    /// <summary>In one's own row: the done due days.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Done { get; init; }

    /// <summary>In one's own row: the due days up to today.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Due { get; init; }

    /// <summary>In one's own row: the pending days.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Pending { get; init; }

    /// <summary>A person's share of done days in whole percent (rule 19).</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Percent { get; init; }

    /// <summary>
    /// The rank at the start of today, in the challenge's zone: the difference to the rank shows what changed today. Null where
    /// not ranked then, and outside the challenge. A change leaves it out where it is the one that watchers have.
    /// </summary>
    [Id(7), JsonPropertyName("morningRank"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StartOfDayRank { get; init; }

    /// <summary>A team's colour.</summary>
    [Id(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TeamColour? Colour { get; init; }
}

/// <summary>A watcher's own row, and up to five listed rows above and below it, best first (rule 21).</summary>
[GenerateSerializer, Immutable, Alias("OwnRow")]
public sealed record OwnRow(BoardRow Row, ImmutableArray<BoardRow> Around)
{
    /// <summary>Compares the rows themselves.</summary>
    public bool Equals(OwnRow? other) =>
        other is not null && Row == other.Row && Around.AsSpan().SequenceEqual(other.Around.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Row.GetHashCode();
}
