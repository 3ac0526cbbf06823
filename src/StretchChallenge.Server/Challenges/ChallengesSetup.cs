using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.RateLimits;

namespace StretchChallenge.Server.Challenges;

/// <summary>Challenges, their teams and members, and the invitations to them.</summary>
internal static class ChallengesSetup
{
    /// <summary>Maps <c>/api/challenges</c> and <c>/api/invitations</c>.</summary>
    public static void MapChallenges(this RouteGroupBuilder api)
    {
        var challenges = api.MapGroup("/challenges").WithTags("Challenges and teams");
        challenges.MapGet("", ChallengeEndpoints.List);
        challenges.MapPost("", ChallengeEndpoints.Create).ForPeople();
        challenges.MapGet("/{id}", ChallengeEndpoints.Get);
        challenges.MapPut("/{id}", ChallengeEndpoints.Change);
        challenges.MapPost("/{id}/code", ChallengeEndpoints.RenewCode);
        challenges.MapPost("/{id}/teams", MemberEndpoints.AddTeam);
        challenges.MapPost("/{id}/leave", MemberEndpoints.Leave);
        challenges.MapPut("/{id}/members/{user}", MemberEndpoints.Set);
        challenges.MapPost("/join", InvitationEndpoints.Join).ForPeople().LimitFailedCodes();
        challenges.MapGet("/{id}/invitation.svg", InvitationEndpoints.QrCode);
        api.MapGet("/invitations/{code}", InvitationEndpoints.Get).WithTags("Challenges and teams").AllowAnonymous().LimitFailedCodes();
    }
}
