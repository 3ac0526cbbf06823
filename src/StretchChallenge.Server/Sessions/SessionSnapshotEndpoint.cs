using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Live.Sessions;
using StretchChallenge.Server.Outcomes;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Sessions;

/// <summary>The room of a live break by a plain request, for networks that let no WebSocket through.</summary>
internal static class SessionSnapshotEndpoint
{
    /// <summary>The header with the secret of a guest's seat.</summary>
    public const string SeatHeader = "X-Seat";

    /// <summary>The same as the hub's answer to <c>RejoinSession</c>, for somebody who has joined; it makes nobody present.</summary>
    public static async Task<Results<Ok<SessionJoined>, ProblemHttpResult>> Get(
        string code,
        [FromHeader(Name = SeatHeader)] string? seat,
        ClaimsPrincipal caller,
        ISessionStore sessions,
        SessionJoinService joins,
        CancellationToken cancellationToken)
    {
        if (await SessionEndpoints.FindAsync(code, sessions, cancellationToken) is not { } session)
        {
            return Problem.Of(ChallengeRefusals.UnknownCode(CodeKind.Session));
        }

        var outcome = await joins.GetSnapshotAsync(caller, session, Secret.IsPlausible(seat) ? seat : null, cancellationToken);
        return outcome.ToHttp();
    }
}
