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
    Task<Outcome<ChallengeCreated>> CreateAsync(CreateChallenge command, CancellationToken cancellationToken = default);

    /// <summary>The state of the challenge (rule 22); null when the challenge does not exist.</summary>
    [AlwaysInterleave, Repeatable, Alias("GetState")]
    Task<ChallengeState?> GetStateAsync(CancellationToken cancellationToken = default);

    /// <summary>The challenge as a member sees it; not found for everybody else.</summary>
    [ReadOnly, Alias("Get")]
    Task<Outcome<ChallengeView>> GetAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>The person's role in the challenge; null when they are not in it.</summary>
    [ReadOnly, Alias("GetRole")]
    Task<ChallengeRole?> GetRoleAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>The challenge as shown to anybody who has the invitation code.</summary>
    [ReadOnly, Alias("GetInvitation")]
    Task<Outcome<Invitation>> GetInvitationAsync(CancellationToken cancellationToken = default);

    /// <summary>Joins or rejoins the challenge, or changes the team (rule 15).</summary>
    [Repeatable, Alias("Join")]
    Task<Outcome<ChallengeView>> JoinAsync(JoinChallenge command, CancellationToken cancellationToken = default);

    /// <summary>Leaves the challenge (rule 15); the last organiser must hand over first.</summary>
    [Alias("Leave")]
    Task<Refusal?> LeaveAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Removes a member, as if they had left (rule 15); for organisers.</summary>
    [Alias("RemoveMember")]
    Task<Refusal?> RemoveMemberAsync(string organiserId, string userId, CancellationToken cancellationToken = default);

    /// <summary>Adds a team; no two have names that differ in case alone or look the same.</summary>
    [Alias("AddTeam")]
    Task<Outcome<TeamCreated>> AddTeamAsync(string userId, string name, CancellationToken cancellationToken = default);

    /// <summary>Sets a member's role and, if one is named, their team; for organisers.</summary>
    [Repeatable, Alias("SetMember")]
    Task<Refusal?> SetMemberAsync(SetMember command, CancellationToken cancellationToken = default);

    /// <summary>Changes a team's name or colour; for organisers.</summary>
    [Repeatable, Alias("ChangeTeam")]
    Task<Refusal?> ChangeTeamAsync(ChangeTeam command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes a team; for organisers. Its members leave it by rule 15. With past days it is kept for these alone, without a place
    /// on the boards and for nobody to join; without any it is deleted.
    /// </summary>
    [Alias("RemoveTeam")]
    Task<Refusal?> RemoveTeamAsync(string organiserId, string teamId, CancellationToken cancellationToken = default);

    /// <summary>Puts people into the teams by chance, so that the sizes are balanced (rule 15); for organisers.</summary>
    [Alias("AssignTeams")]
    Task<Outcome<TeamsAssigned>> AssignTeamsAsync(AssignTeams command, CancellationToken cancellationToken = default);

    /// <summary>Invites people by e-mail address, all or none, and makes the teams that are missing; for organisers.</summary>
    [Repeatable, Alias("InvitePeople")]
    Task<Outcome<PeopleInvited>> InvitePeopleAsync(InvitePeople command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes settings; for organisers, until the challenge is closed (rule 10). First day, zone and work days can be changed
    /// until it starts.
    /// </summary>
    [Repeatable, Alias("ChangeSettings")]
    Task<Outcome<ChallengeView>> ChangeSettingsAsync(ChangeChallenge command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes the challenge with its teams, memberships, breaks and walls; for organisers, before it starts.
    /// </summary>
    [Alias("Delete")]
    Task<Refusal?> DeleteAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Reads the roster again, because the account of one of its people was deleted.</summary>
    [Repeatable, Alias("AccountDeleted")]
    Task AccountDeletedAsync();

    /// <summary>Purges the single days of some people of a challenge that is over for long; returns whether there are more.</summary>
    [Repeatable, Alias("PurgeDays")]
    Task<bool> PurgeDaysAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Corrects somebody's day in this challenge alone; for organisers, from its start until its results are final (rule 22). A
    /// later correction of the day replaces it.
    /// </summary>
    [Alias("Correct")]
    Task<Refusal?> CorrectAsync(CorrectDay command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes a correction back, so that the day is again as the person's own ledger says; for organisers, as long as one can be made.
    /// </summary>
    [Alias("WithdrawCorrection")]
    Task<Refusal?> WithdrawCorrectionAsync(WithdrawCorrection command, CancellationToken cancellationToken = default);

    /// <summary>
    /// Cancels the challenge for good: nothing done later counts in it, its planned breaks are called off, and its boards stay as
    /// they are. For organisers, until it closes.
    /// </summary>
    [Alias("Cancel")]
    Task<Refusal?> CancelAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Creates this challenge as the next season of another one; for organisers of that one.</summary>
    [Alias("Copy")]
    Task<Outcome<ChallengeCreated>> CopyAsync(CopyChallenge command, CancellationToken cancellationToken = default);

    /// <summary>Replaces the invitation code; the old one stops working at once. For organisers.</summary>
    [Alias("RenewCode")]
    Task<Outcome<ChallengeView>> RenewCodeAsync(string userId, CancellationToken cancellationToken = default);
}
