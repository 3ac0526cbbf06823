using System.Net;

namespace StretchChallenge.Durability.DataMigration;

public sealed class MoveJourneyTests(OutgrownWorkplace workplace) : IClassFixture<OutgrownWorkplace>
{
    [Fact]
    public void Move_AfterAKill_MovesEverythingAndSaysWhatComesNext()
    {
        Assert.Equal((0, ""), (workplace.Move.ExitCode, workplace.Move.Errors));
        Assert.Matches(@"accounts +6 rows", workplace.Move.Output);
        Assert.Contains("Everything is there", workplace.Move.Output, StringComparison.Ordinal);
        Assert.Matches(@"Secrets__MasterKey=\(the line in /.*/master\.key\)", workplace.Move.Output);
    }

    [Fact]
    public void Pages_WithTheOldSignIns_SayTheSameAsBefore()
    {
        Assert.Equal(workplace.Before.Keys, workplace.After.Keys);
        Assert.All(workplace.Before, page => Assert.Equal(page.Value, workplace.After[page.Key]));
    }

    [Fact]
    public void Pages_BeforeTheMove_HaveSomethingToLose()
    {
        Assert.Contains("\"streak\":5", workplace.Before["/api/today 5"], StringComparison.Ordinal);
        Assert.Contains("\"discInjury\":true", workplace.Before["/api/safety 1"], StringComparison.Ordinal);
        Assert.Contains("-2.5", workplace.Before["/api/self-tests 1"], StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", workplace.Before["calendar"], StringComparison.Ordinal);
        Assert.Contains("Blue", workplace.Before["wall"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithTheOldPassword_IsAccepted()
    {
        var person = new { email = "colleague4@example.com", password = "a long enough one" };

        using var answer = await workplace.Api.SendAsync(HttpMethod.Post, "/api/account/login", null, person);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task CheckIn_SentAgain_GetsTheAnswerFromBefore()
    {
        var (checkIn, answer) = workplace.People.Answered;

        var again = await workplace.Api.PostAsync("/api/check-ins", workplace.People.Cookies[^2], checkIn);

        Assert.Equal(answer, again.ToString());
    }

    [Fact]
    public async Task CheckIn_OfARoutineStartedBefore_IsCredited()
    {
        var checkIn = new { commandId = "after-the-move", run = workplace.People.StartedRun };

        var answer = await workplace.Api.PostAsync("/api/check-ins", workplace.People.Cookies[^1], checkIn);

        Assert.True(answer.GetProperty("credited").GetBoolean());
    }
}
