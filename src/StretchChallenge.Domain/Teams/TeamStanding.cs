using System.Collections.Immutable;

namespace StretchChallenge.Domain.Teams;

/// <summary>One team's standing as of an instant: derived from its members' ledgers, never stored.</summary>
public sealed record TeamStanding
{
    /// <summary>The fewest started members with which a team is ranked (rule 18).</summary>
    public const int FewestRanked = 3;

    /// <summary>The team days in a row on which the threshold was reached (rule 17).</summary>
    public required int Streak { get; init; }

    /// <summary>The longest streak so far, the current one included.</summary>
    public required int Best { get; init; }

    /// <summary>The team's points in micro-points: the sum over its days (rule 16).</summary>
    public required long MicroPoints { get; init; }

    /// <summary>The date in the challenge's zone; null before the challenge and after it.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The day whose members are the current ones: the date, held inside the challenge.</summary>
    public required DateOnly RosterDay { get; init; }

    /// <summary>The members due today; 0 of 0 where today is no team day.</summary>
    public required TeamCount Today { get; init; }

    /// <summary>The members today; before the challenge those of its first day, after it those of its last.</summary>
    public required int CurrentMembers { get; init; }

    /// <summary>The current members who have started: the number that decides whether the team is ranked (rule 18).</summary>
    public required int RankedMembers { get; init; }

    /// <summary>The challenge's work days, in order.</summary>
    public required ImmutableArray<TeamDay> Days { get; init; }

    /// <summary>The first instant after now at which any of this may change by itself; null once all is settled.</summary>
    public required DateTimeOffset? NextChange { get; init; }

    /// <summary>Whether the team has a rank (rule 18).</summary>
    public bool IsRanked => RankedMembers >= FewestRanked;
}
