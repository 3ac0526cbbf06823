using System.Collections.Frozen;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Ids;

namespace StretchChallenge.Server.Live.Access;

/// <summary>
/// Who may call which method of the hub. Connections of callers who are not signed in are accepted, for guests and walls; they
/// may call the methods named here and no others. What a signed-in caller may do, each method decides by their role.
/// </summary>
internal static class HubAccess
{
    /// <summary>The methods that are open to callers who are not signed in.</summary>
    public static readonly FrozenSet<string> OpenToAll = FrozenSet.Create(
        StringComparer.Ordinal,
        nameof(LiveHub.Sync),
        nameof(LiveHub.JoinSession),
        nameof(LiveHub.RejoinSession),
        nameof(LiveHub.LeaveSession),
        nameof(LiveHub.React),
        nameof(LiveHub.WatchWall));

    /// <summary>Refuses a call that the caller may not make, and ids of an impossible shape.</summary>
    /// <exception cref="HubException">It is refused.</exception>
    public static void Check(HubInvocationContext call)
    {
        if (string.IsNullOrEmpty(call.Context.UserIdentifier) && !OpenToAll.Contains(call.HubMethodName))
        {
            throw HubRefusal.Of(RequestRefusals.NotSignedIn);
        }

        var parameters = call.HubMethod.GetParameters();
        for (var index = 0; index < parameters.Length; index++)
        {
            if (parameters[index].Name!.EndsWith("Id", StringComparison.Ordinal) && !IdShape.Matches(call.HubMethodArguments[index] as string))
            {
                throw HubRefusal.Of(RequestRefusals.NotFound);
            }
        }
    }
}
