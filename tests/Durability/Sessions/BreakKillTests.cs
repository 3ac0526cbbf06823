using System.Text.Json;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Durability.Sessions;

/// <summary>A server that is killed in the middle of a live break is back at the right place, with everybody in their seats.</summary>
public abstract class BreakKillTests(BreakWorkplace workplace)
{
    private static readonly string[] Commands = ["StartSession", "PauseSession", "ResumeSession", "SkipStep"];

    /// <summary>After how many acknowledged commands the server is killed.</summary>
    public static TheoryData<int> Blows => [1, 2, 4];

    [Theory]
    [MemberData(nameof(Blows))]
    public async Task Break_ServerKilledAfterACommand_GoesOnWhereItIs(int commands)
    {
        var code = await workplace.OpenBreakAsync();
        JsonElement member, guest, last;
        await using (var host = await workplace.ConnectAsync(workplace.Host))
        await using (var screen = await workplace.ConnectAsync(workplace.Member))
        await using (var visitor = await workplace.ConnectAsync(null))
        {
            await host.CallAsync("JoinSession", code, null);
            member = await screen.CallAsync("JoinSession", code, null);
            guest = await visitor.CallAsync("JoinSession", code, "Gus");
            foreach (var command in Commands.Take(commands))
            {
                await host.CallAsync(command, code);
            }

            last = await ChangeAsync(visitor, commands);
            workplace.Kill();
        }

        await workplace.StartAsync();
        await using var hostAgain = await workplace.ConnectAsync(workplace.Host);
        await using var screenAgain = await workplace.ConnectAsync(workplace.Member);
        await using var visitorAgain = await workplace.ConnectAsync(null);
        await hostAgain.CallAsync("RejoinSession", code, null);
        var memberAgain = await screenAgain.CallAsync("RejoinSession", code, null);
        var back = await visitorAgain.CallAsync("RejoinSession", code, guest.GetProperty("seat").GetString());

        AssertInStep(last, back, guest);
        Assert.Equal(Id(guest), Id(back));
        Assert.Equal(Id(member), Id(memberAgain));
        Assert.Equal(3, back.GetProperty("count").GetInt32());
        if (back.GetProperty("phase").GetString() == "paused")
        {
            await hostAgain.CallAsync("ResumeSession", code);
            await ChangeAsync(visitorAgain, ++commands);
        }

        Assert.Equal("finished", (await ChangeAsync(visitorAgain, commands + 1)).GetProperty("phase").GetString());
        await workplace.AssertDoneAsync(workplace.Host);
        await workplace.AssertDoneAsync(workplace.Member);
    }

    // The same number, and as far on in the timeline as the server's clock is: to the millisecond.
    private static void AssertInStep(JsonElement last, JsonElement back, JsonElement room)
    {
        Assert.Equal(last.GetProperty("seq").GetInt32(), back.GetProperty("seq").GetInt32());
        Assert.Equal(last.GetProperty("phase").GetString(), back.GetProperty("phase").GetString());
        var ran = last.GetProperty("phase").GetString() == "running" ? Number(back, "serverMs") - Number(last, "serverMs") : 0;
        Assert.Equal(PositionOf(last, room) + ran, PositionOf(back, room));
    }

    private static long PositionOf(JsonElement moment, JsonElement room) => room.GetProperty("steps").EnumerateArray()
        .Take(moment.GetProperty("step").GetInt32() + 1)
        .Sum(step => Number(step, "ms")) - Number(moment, "remainingMs");

    private static async Task<JsonElement> ChangeAsync(HubClient client, int seq)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var next = await client.Events.ReadAsync(patience.Token);
            if (next.Target == "SessionChanged" && next.Message.GetProperty("seq").GetInt32() == seq)
            {
                return next.Message;
            }
        }
    }

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static string? Id(JsonElement joined) => joined.GetProperty("participantId").GetString();
}
