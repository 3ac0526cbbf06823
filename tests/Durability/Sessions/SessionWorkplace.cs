using StretchChallenge.Testing;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Durability.Sessions;

/// <summary>A running server on one store, with a host and a member of one challenge.</summary>
public abstract class SessionWorkplace(bool onPostgreSql) : StoredServer(onPostgreSql)
{
    private int _people;

    /// <summary>The host's sign-in, which outlives the server.</summary>
    internal string Host { get; private set; } = "";

    /// <summary>A member's.</summary>
    internal string Member { get; private set; } = "";

    /// <summary>A break of new people, so that their day is not done yet; answers its code.</summary>
    internal async Task<string> OpenBreakAsync()
    {
        Host = await RegisterAsync();
        Member = await RegisterAsync();
        var (challenge, code) = await Api.CreateChallengeAsync(Host);
        await Api.PostAsync("/api/challenges/join", Member, new { code });
        var session = await Api.PostAsync("/api/sessions", Host, new { challengeId = challenge, routineId = "desk-break-3" });
        return session.GetProperty("code").GetString()!;
    }

    /// <summary>Connects to the hub.</summary>
    internal Task<HubClient> ConnectAsync(string? cookie) => HubClient.ConnectAsync(Address, cookie);

    /// <summary>Waits until the person's day is done: credits are given beside the calls.</summary>
    internal Task AssertDoneAsync(string cookie) =>
        Wait.UntilAsync(async () => (await Api.GetAsync("/api/today", cookie)).GetProperty("done").GetBoolean());

    private async Task<string> RegisterAsync() => (await Api.RegisterAsync($"Colleague {_people++}")).Cookie;
}
