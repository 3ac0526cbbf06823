using Orleans.Concurrency;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Contracts.Challenges;

/// <summary>One challenge (key: challenge id): the only writer of its settings, roster and teams.</summary>
[Alias("IChallengeGrain")]
public interface IChallengeGrain : IGrainWithStringKey
{
    /// <summary>Creates the challenge; its maker is organiser and participant.</summary>
    [Alias("Create")]
    Task<Outcome<ChallengeCreated>> CreateAsync(CreateChallenge command);

    /// <summary>Where the challenge stands (rule 22); null where there is none.</summary>
    [AlwaysInterleave, Repeatable, Alias("GetState")]
    Task<ChallengeState?> GetStateAsync();

    /// <summary>Told when a person has chosen a zone: the westernmost decides when the challenge closes (rule 22). Idempotent.</summary>
    [AlwaysInterleave, Repeatable, Alias("ZoneChosen")]
    Task ZoneChosenAsync(string userId, string zone);

    /// <summary>The challenge as a member sees it; not found for everybody else.</summary>
    [ReadOnly, Alias("Get")]
    Task<Outcome<ChallengeView>> GetAsync(string userId);

    /// <summary>The person's role in the challenge; null where they are not in it.</summary>
    [ReadOnly, Alias("GetRole")]
    Task<ChallengeRole?> GetRoleAsync(string userId);

    /// <summary>The challenge as its invitation shows it to anybody who has the code.</summary>
    [ReadOnly, Alias("GetInvitation")]
    Task<Outcome<Invitation>> GetInvitationAsync();

    /// <summary>Joins, comes back, or changes the team (rule 15).</summary>
    [Repeatable, Alias("Join")]
    Task<Outcome<ChallengeView>> JoinAsync(JoinChallenge command);

    /// <summary>Leaves the challenge (rule 15); the last organiser must hand over first.</summary>
    [Alias("Leave")]
    Task<Refusal?> LeaveAsync(string userId);

    /// <summary>Adds a team; names are unique without regard to case.</summary>
    [Alias("AddTeam")]
    Task<Outcome<TeamCreated>> AddTeamAsync(string userId, string name);

    /// <summary>Sets a member's role, and their team where one is named; for organisers.</summary>
    [Repeatable, Alias("SetMember")]
    Task<Refusal?> SetMemberAsync(SetMember command);

    /// <summary>Changes settings; for organisers, until the challenge is closed (rule 10).</summary>
    [Repeatable, Alias("ChangeSettings")]
    Task<Outcome<ChallengeView>> ChangeSettingsAsync(ChangeChallenge command);

    /// <summary>Replaces the invitation code; the old one is void at once. For organisers.</summary>
    [Alias("RenewCode")]
    Task<Outcome<ChallengeView>> RenewCodeAsync(string userId);
}
