using System.Collections.Immutable;
using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Challenges;

/// <summary>Challenges, their teams and who is in them.</summary>
public interface IChallengeStore
{
    /// <summary>Saves a new challenge with its organiser; false where the code belongs to another challenge.</summary>
    Task<bool> CreateAsync(ChallengeRecord challenge, EnrolmentRecord organiser, CancellationToken cancellationToken = default);

    /// <summary>One challenge; null where there is none.</summary>
    Task<ChallengeRecord?> LoadAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Every challenge that the person ever joined, by first day.</summary>
    Task<ImmutableArray<ChallengeRecord>> LoadForUserAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>The challenge that this invitation code opens; null where none does.</summary>
    Task<ChallengeRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>The roster; empty where there is no such challenge.</summary>
    Task<RosterRecord> LoadRosterAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Saves all settings but the code and the demo mark; false where there is no such challenge.</summary>
    Task<bool> SaveSettingsAsync(ChallengeRecord challenge, CancellationToken cancellationToken = default);

    /// <summary>Gives the challenge a new code; false where that code belongs to another challenge.</summary>
    Task<bool> RenewCodeAsync(ChallengeId challenge, string code, CancellationToken cancellationToken = default);

    /// <summary>Adds a team; false where the challenge has one of this name, without regard to case.</summary>
    Task<bool> AddTeamAsync(TeamRecord team, CancellationToken cancellationToken = default);

    /// <summary>One team; null where there is none.</summary>
    Task<TeamRecord?> FindTeamAsync(TeamId team, CancellationToken cancellationToken = default);

    /// <summary>Saves a person's place in a challenge, and replaces all their team intervals there, in one transaction.</summary>
    Task SaveEnrolmentAsync(
        EnrolmentRecord enrolment,
        ImmutableArray<MembershipRecord> memberships,
        CancellationToken cancellationToken = default);
}
