using StretchChallenge.Testing;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Durability.Sessions;

/// <summary>A running server on one store, with a host and a member of one challenge.</summary>
public abstract class BreakWorkplace(bool onPostgreSql) : StoredServer(onPostgreSql)
{
    private static readonly string[] EveryDay = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

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
        var wish = new { name = "Spring", startsOn = NoonZone.Today, timeZone = NoonZone.Id, workDays = EveryDay };
        var challenge = await Api.PostAsync("/api/challenges", Host, wish);
        await Api.PostAsync("/api/challenges/join", Member, new { code = challenge.GetProperty("code").GetString() });
        var session = await Api.PostAsync("/api/sessions", Host, new { challengeId = challenge.GetProperty("id").GetString(), routineId = "desk-break-3" });
        return session.GetProperty("code").GetString()!;
    }

    /// <summary>Connects to the hub.</summary>
    internal Task<HubClient> ConnectAsync(string? cookie) => HubClient.ConnectAsync(Address, cookie);

    /// <summary>Waits until the person's day is done: credits are given beside the calls.</summary>
    internal async Task AssertDoneAsync(string cookie)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await Api.GetAsync("/api/today", cookie)).GetProperty("done").GetBoolean())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(100, patience.Token);
        }
    }

    private async Task<string> RegisterAsync()
    {
        var newcomer = new
        {
            email = $"colleague{_people++}@example.com",
            password = "a long enough one",
            displayName = "Colleague",
            timeZone = NoonZone.Id,
        };
        using var response = await Api.SendAsync(HttpMethod.Post, "/api/account/register", null, newcomer);
        await Api.ReadAsync(response);
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
