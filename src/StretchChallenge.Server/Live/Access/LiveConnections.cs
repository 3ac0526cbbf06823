using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using StretchChallenge.Server.Accounts;

namespace StretchChallenge.Server.Live.Access;

/// <summary>
/// The open connections of this server's hub. Those of somebody who lost a right are closed: their clients connect again with
/// the rights that are left.
/// </summary>
internal sealed class LiveConnections(IOptions<IdentityOptions> identity)
{
    private readonly ConcurrentDictionary<string, LiveConnection> _connections = new(StringComparer.Ordinal);

    /// <summary>The connections of people who are signed in.</summary>
    public IEnumerable<LiveConnection> SignedIn => _connections.Values.Where(connection => connection.UserId is not null);

    /// <summary>Adds a connection.</summary>
    public LiveConnection Add(HubCallerContext caller) => _connections[caller.ConnectionId] = new LiveConnection(
        caller,
        caller.User?.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType),
        caller.User?.FindFirstValue(SignInId.ClaimType));

    /// <summary>Notes that a connection sees something of a challenge as one of its members; false when that was known.</summary>
    public bool Use(string connectionId, string challengeId) =>
        _connections.TryGetValue(connectionId, out var connection) && connection.Use(challengeId);

    /// <summary>Notes that a connection sees nothing of a challenge.</summary>
    public void Forget(string connectionId, string challengeId)
    {
        if (_connections.TryGetValue(connectionId, out var connection))
        {
            connection.Forget(challengeId);
        }
    }

    /// <summary>Removes a connection that has ended.</summary>
    public void Remove(string connectionId) => _connections.TryRemove(connectionId, out _);

    /// <summary>Closes the connections of one sign-in.</summary>
    public void CloseSignIn(string signInId) => Close(connection => connection.SignInId == signInId);

    /// <summary>Closes all connections of a person.</summary>
    public void ClosePerson(string userId) => Close(connection => connection.UserId == userId);

    /// <summary>Closes a person's connections that were opened with other credentials than these.</summary>
    public void CloseOtherStamps(string userId, string stamp) =>
        Close(connection => connection.UserId == userId && connection.Stamp != stamp);

    /// <summary>Closes a person's connections that see something of a challenge which they are no longer in.</summary>
    public void CloseMember(string userId, string challengeId) =>
        Close(connection => connection.UserId == userId && connection.Challenges.Contains(challengeId));

    private void Close(Func<LiveConnection, bool> which)
    {
        foreach (var connection in SignedIn.Where(which))
        {
            connection.Close();
        }
    }
}

/// <summary>One open connection, with what its rights rest on.</summary>
/// <param name="caller">The connection as the hub sees it.</param>
/// <param name="stamp">The account's security stamp at the sign-in.</param>
/// <param name="signInId">The sign-in; null for one from before sign-ins had ids.</param>
internal sealed class LiveConnection(HubCallerContext caller, string? stamp, string? signInId)
{
    private readonly ConcurrentDictionary<string, bool> _challenges = new(StringComparer.Ordinal);

    /// <summary>The person; null for a guest, a wall, or anybody else who is not signed in.</summary>
    public string? UserId { get; } = string.IsNullOrEmpty(caller.UserIdentifier) ? null : caller.UserIdentifier;

    /// <summary>The account's security stamp at the sign-in.</summary>
    public string? Stamp => stamp;

    /// <summary>The sign-in.</summary>
    public string? SignInId => signInId;

    /// <summary>The challenges of which it sees something as a member.</summary>
    public ICollection<string> Challenges => _challenges.Keys;

    /// <summary>Notes a challenge of which it sees something as a member; false when that was known.</summary>
    public bool Use(string challengeId) => _challenges.TryAdd(challengeId, true);

    /// <summary>Forgets a challenge again.</summary>
    public void Forget(string challengeId) => _challenges.TryRemove(challengeId, out _);

    /// <summary>Ends the connection.</summary>
    public void Close() => caller.Abort();
}
