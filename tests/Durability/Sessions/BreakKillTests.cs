using System.Text.Json;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Durability.Sessions;

/// <summary>A server that is killed in the middle of a live break is back at the right place, with everybody in their seats.</summary>
public abstract class BreakKillTests(SessionWorkplace workplace)
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
        if (Phase(back) == "paused")
        {
            await hostAgain.CallAsync("ResumeSession", code);
            await ChangeAsync(visitorAgain, ++commands);
        }

        if (Phase(back) != "finished")
        {
            Assert.Equal("finished", Phase(await ChangeAsync(visitorAgain, commands + 1)));
        }

        await workplace.AssertDoneAsync(workplace.Host);
        await workplace.AssertDoneAsync(workplace.Member);
    }

    // As far on in the timeline as the server's clock is, to the millisecond; where that is its end, the end is the
    // one change that nobody saw.
    private static void AssertInStep(JsonElement last, JsonElement back, JsonElement room)
    {
        var whole = Length(room.GetProperty("steps").EnumerateArray());
        var ran = Phase(last) == "running" ? Number(back, "serverMs") - Number(last, "serverMs") : 0;
        var position = Math.Min(PositionOf(last, room) + ran, whole);
        var ended = position == whole;

        Assert.Equal(position, PositionOf(back, room));
        Assert.Equal(ended ? "finished" : Phase(last), Phase(back));
        Assert.Equal(Number(last, "seq") + (ended ? 1 : 0), Number(back, "seq"));
    }

    private static long PositionOf(JsonElement moment, JsonElement room) =>
        Length(room.GetProperty("steps").EnumerateArray().Take(moment.GetProperty("step").GetInt32() + 1)) - Number(moment, "remainingMs");

    private static long Length(IEnumerable<JsonElement> steps) => steps.Sum(step => Number(step, "ms"));

    private static async Task<JsonElement> ChangeAsync(HubClient client, int seq)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var next = await client.Events.ReadAsync(timeout.Token);
            if (next.Target == "SessionChanged" && next.Message.GetProperty("seq").GetInt32() == seq)
            {
                return next.Message;
            }
        }
    }

    private static string? Phase(JsonElement moment) => moment.GetProperty("phase").GetString();

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    private static string? Id(JsonElement joined) => joined.GetProperty("participantId").GetString();
}

public sealed class SqliteBreakKillTests(SqliteBreakKillTests.Workplace workplace)
    : BreakKillTests(workplace), IClassFixture<SqliteBreakKillTests.Workplace>
{
    public sealed class Workplace() : SessionWorkplace(onPostgreSql: false);
}

public sealed class PostgreSqlBreakKillTests(PostgreSqlBreakKillTests.Workplace workplace)
    : BreakKillTests(workplace), IClassFixture<PostgreSqlBreakKillTests.Workplace>
{
    public sealed class Workplace() : SessionWorkplace(onPostgreSql: true);
}
